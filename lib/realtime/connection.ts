import { setImmediate } from "node:timers";
import { parseCommand } from "@/lib/protocol/commands.ts";
import type { Command, Malformed, Ref } from "@/lib/protocol/commands.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE, PROTOCOL } from "@/lib/protocol/events.ts";
import type { AckFrame, ErrorFrame, HelloFrame, ServerFrame } from "@/lib/protocol/events.ts";
import { errorSentence, isErrorCode, zodSentence } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import { veil } from "@/lib/chat/veil.ts";
import { MULTIPLEXED, VEILED } from "./dialect.ts";
import type { Attendant } from "./doorway.ts";
import type { Subscriber, Topic } from "./hub.ts";
import { Queue } from "./queue.ts";
import type { Worker } from "./queue.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/** A version above all there are. */
const NOTHING_AFTER = Number.MAX_SAFE_INTEGER;

/** Who stands at the other end; attached to the hub before, and detached by whoever attached it. */
export interface Client extends Subscriber {
  readonly locale: Locale;
  /** IANA name, in which times are said; null for what the language implies. */
  readonly time_zone?: string | null;
}

/**
 * One `/ws` connection. Its commands take effect in the order sent: they are worked on one after the
 * other, and only the waiting for a message's commit overlaps, so that many can share one.
 *
 * There are many of these, and most are idle: one keeps two fields of its own and no functions.
 */
export class Connection implements Attendant, Worker<unknown> {
  readonly #client: Client;
  readonly #services: Services;
  /** Commands, and refusals of what could not be read as one. */
  readonly #queue = new Queue<unknown>(this);
  /** Whether nobody moves at this device. */
  #is_idle = false;

  constructor(client: Client, services: Services) {
    this.#client = client;
    this.#services = services;
  }

  /** The socket stands, and it is known who they are. Frames that came before waited until now. */
  open(user: User): void {
    const { hub, presence, build, now } = this.#services;
    const { wire, actor } = this.#client;
    const server_time = new Date(now()).toISOString();
    const hello: HelloFrame = { type: "hello", protocol: PROTOCOL, build, user, server_time };
    // By itself and before all else: whoever connects is promised it as the first frame.
    wire.send(this.#text(hello));
    hub.subscribe(this.#client, `actor:${actor.id}`, this.#dialects.chat);
    // Visitors of sites do not see who comes and goes.
    if (actor.kind === "member") {
      hub.subscribe(this.#client, `workspace:${actor.workspace_id}`, MULTIPLEXED.chat);
    }
    presence.arrive(actor);
    this.#queue.begin();
  }

  close(): void {
    this.#queue.clear();
    this.#services.presence.leave(this.#client.actor, this.#is_idle);
  }

  /** Takes a frame from the socket. */
  receive(frame: unknown): void {
    // Closed by us, and going on all the same.
    if (!this.goesOn()) return;
    if (oversize(frame)) return this.#cut(CLOSE.too_big, "frame above 64 KiB");
    if (!this.#affordable(1)) return this.#cut(CLOSE.too_many, "too many frames");
    const commands = read(frame);
    if (this.#affordable(commands.length - 1) && this.#queue.add(commands)) return;
    this.#cut(CLOSE.too_many, "too many commands");
  }

  goesOn(): boolean {
    return this.#services.hub.has(this.#client);
  }

  async obey(next: unknown): Promise<void> {
    if (next instanceof AppError) return this.#refuse(undefined, next);
    const parsed = parseCommand(next);
    if ("error" in parsed) return this.#malformed(parsed.ref, parsed.error);
    await this.#do(parsed).catch((error) => this.#refuse(parsed.ref, error));
  }

  #cut(code: number, reason: string): void {
    this.#services.hub.cut(this.#client, code, reason);
  }

  /** Reading what makes no sense, and saying so, costs as much as obeying: a flood of it would starve others. */
  #affordable(count: number): boolean {
    const { limits } = this.#services;
    for (let i = 0; i < count; i++) if (limits.traffic(this.#client.actor) > 0) return false;
    return true;
  }

  async #do(command: Command): Promise<void> {
    const { hub, chat, typing, userOf } = this.#services;
    const { actor } = this.#client;
    const { ref } = command;
    switch (command.verb) {
      case "join":
        return await this.#join(command);
      case "leave":
        hub.unsubscribe(this.#client, topicOf(command.conversation_id));
        return this.#acknowledge(ref);
      case "message": {
        this.#requirePace();
        await this.#requireVisitorPace("messages");
        const commit = await chat.messages.prepare(actor, command);
        return this.#answerLater(ref, commit());
      }
      case "edit":
      case "delete": {
        this.#requirePace();
        // What is taken away has been counted when it was sent.
        if (command.verb === "edit") await this.#requireVisitorPace("messages");
        const message = command.verb === "edit"
          ? await chat.messages.edit(actor, command.message_id, command.content)
          : await chat.messages.remove(actor, command.message_id);
        return this.#acknowledge(ref, { message });
      }
      case "react": {
        this.#requirePace();
        await this.#requireVisitorPace("reactions");
        const { message_id, emoji, on } = command;
        return this.#acknowledge(ref, { message: await chat.reactions.set(actor, message_id, emoji, on) });
      }
      case "read":
        await chat.reads.mark(actor, command.conversation_id, command.seq);
        return this.#acknowledge(ref);
      case "typing":
        await chat.access.toPost(actor, command.conversation_id);
        typing.set(command.conversation_id, await userOf(actor), command.is_typing);
        return this.#acknowledge(ref);
      case "status":
        return this.#setIdle(command);
      case "presence":
        return await this.#whoIsIn(command);
      case "ping":
        return this.#say({ type: "pong", ref });
    }
  }

  #setIdle({ ref, status }: Command & { verb: "status" }): void {
    const idle = status === "away";
    if (idle !== this.#is_idle) {
      this.#requirePace();
      this.#is_idle = idle;
      this.#services.presence.setIdle(this.#client.actor, idle);
    }
    this.#acknowledge(ref);
  }

  async #whoIsIn({ product, ref, conversation_id }: Command & { verb: "presence" }): Promise<void> {
    const found = await this.#services.whoIsIn(this.#client.actor, conversation_id);
    this.#say({ type: `${product}:presence`, ref, ...found });
    await othersTurn();
  }

  async #join(
    { product, ref, conversation_id, after_version }: Command & { verb: "join" },
  ): Promise<void> {
    const { hub, chat } = this.#services;
    const { actor } = this.#client;
    const topic = topicOf(conversation_id);
    await chat.access.toRead(actor, conversation_id);
    // The subscription stands before the past is read, or what is committed in between would be missed.
    hub.subscribe(this.#client, topic, this.#dialects[product]);
    try {
      // The right is asked for again: who lost it before the subscription stood was not evicted from it.
      const past = await chat.history.changesAfter(actor, conversation_id, after_version ?? NOTHING_AFTER);
      this.#say({ type: `${product}:joined`, ref, conversation_id, ...past });
    } catch (error) {
      hub.unsubscribe(this.#client, topic);
      throw error;
    }
    await othersTurn();
  }

  /** A message waits for its commit while the next command is worked on. */
  #answerLater(ref: Ref | undefined, commit: Promise<Message>): void {
    void commit.then((message) => this.#acknowledge(ref, { message }), (error) => this.#refuse(ref, error));
  }

  #requirePace(): void {
    refuseFor(this.#services.limits.commands(this.#client.actor));
  }

  async #requireVisitorPace(what: "messages" | "reactions"): Promise<void> {
    const { actor, ip } = this.#client;
    if (actor.kind === "guest") refuseFor(await this.#services.limits[what]?.(actor, ip) ?? 0);
  }

  get #dialects(): typeof MULTIPLEXED {
    return this.#client.actor.kind === "guest" ? VEILED : MULTIPLEXED;
  }

  #text(frame: ServerFrame): string {
    return JSON.stringify(frame, this.#client.actor.kind === "guest" ? veil : undefined);
  }

  #acknowledge(ref: Ref | undefined, more: Pick<AckFrame, "message"> = {}): void {
    if (ref !== undefined) this.#say({ type: "ack", ref, ...more });
  }

  #malformed(ref: Ref | undefined, error: Malformed["error"]): void {
    if (error === "unknown_command") return this.#refuse(ref, new AppError("unknown_command"));
    const code = isErrorCode(error.message) ? error.message : "invalid_input";
    this.#say({ type: "error", ref, code, detail: zodSentence(this.#client.locale, error) });
  }

  #refuse(ref: Ref | undefined, error: unknown): void {
    this.#services.report(error);
    const { locale, time_zone } = this.#client;
    const { code, params } = error instanceof AppError ? error : new AppError("internal");
    const frame: ErrorFrame = {
      type: "error",
      ref,
      code,
      detail: errorSentence(locale, code, params, time_zone),
    };
    if (params.seconds !== undefined) frame.retry_after = Number(params.seconds);
    this.#say(frame);
  }

  #say(frame: ServerFrame): void {
    this.#services.hub.reply(this.#client, this.#text(frame));
  }
}

function refuseFor(seconds: number): void {
  if (seconds > 0) throw new AppError("rate_limited", { seconds: Math.ceil(seconds) });
}

/** What reads much and comes in hundreds lets others be served, and is sent, before the next. */
function othersTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** The commands of a frame, or what is to be said of it. */
function read(frame: unknown): unknown[] {
  try {
    // What is binary is no JSON either.
    const input: unknown = JSON.parse(typeof frame === "string" ? frame : "");
    return Array.isArray(input) ? input : [input];
  } catch {
    return [new AppError("invalid_json")];
  }
}

function topicOf(conversation_id: number): Topic {
  return `conversation:${conversation_id}`;
}
