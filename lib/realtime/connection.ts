import { setImmediate } from "node:timers";
import { parseCommand } from "@/lib/protocol/commands.ts";
import type { Command, Malformed, Ref } from "@/lib/protocol/commands.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE, PROTOCOL } from "@/lib/protocol/events.ts";
import type { AckFrame, ErrorFrame, HelloFrame, ServerFrame } from "@/lib/protocol/events.ts";
import { errorSentence, isErrorCode, zodSentence } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import { MULTIPLEXED } from "./dialect.ts";
import type { Subscriber, Topic } from "./hub.ts";
import { createQueue } from "./queue.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/** A version above all there are. */
const NOTHING_AFTER = Number.MAX_SAFE_INTEGER;

/** Who stands at the other end; attached to the hub before, and detached by whoever attached it. */
export interface Client {
  readonly subscriber: Subscriber;
  readonly locale: Locale;
  /** IANA name, in which times are said; null for what the language implies. */
  readonly time_zone?: string | null;
}

/**
 * One `/ws` connection. Its commands take effect in the order sent: they are worked on one after the
 * other, and only the waiting for a message's commit overlaps, so that many can share one.
 */
export function createConnection({ subscriber, locale, time_zone }: Client, services: Services) {
  const { hub, chat, presence, typing, limits, report } = services;
  const { wire, actor } = subscriber;
  /** Commands, and refusals of what could not be read as one. */
  const queue = createQueue<unknown>(take, () => hub.has(subscriber));
  /** Whether nobody moves at this device. */
  let is_idle = false;

  /** The socket stands, and it is known who they are. Frames that came before waited until now. */
  function open(user: User): void {
    const server_time = new Date(services.now()).toISOString();
    const hello: HelloFrame = { type: "hello", protocol: PROTOCOL, build: services.build, user, server_time };
    // By itself and before all else: whoever connects is promised it as the first frame.
    wire.send(JSON.stringify(hello));
    hub.subscribe(subscriber, `actor:${actor.id}`, MULTIPLEXED.chat);
    // Visitors of sites do not see who comes and goes.
    if (actor.kind === "member") {
      hub.subscribe(subscriber, `workspace:${actor.workspace_id}`, MULTIPLEXED.chat);
    }
    presence.arrive(actor);
    queue.begin(user);
  }

  function close(): void {
    queue.clear();
    presence.leave(actor, is_idle);
  }

  /** Takes a frame from the socket. */
  function receive(frame: unknown): void {
    // Closed by us, and going on all the same.
    if (!hub.has(subscriber)) return;
    if (oversize(frame)) return hub.cut(subscriber, CLOSE.too_big, "frame above 64 KiB");
    if (!affordable(1)) return hub.cut(subscriber, CLOSE.too_many, "too many frames");
    const commands = read(frame);
    if (affordable(commands.length - 1) && queue.add(commands)) return;
    hub.cut(subscriber, CLOSE.too_many, "too many commands");
  }

  /** Reading what makes no sense, and saying so, costs as much as obeying: a flood of it would starve others. */
  function affordable(count: number): boolean {
    for (let i = 0; i < count; i++) if (limits.traffic(actor) > 0) return false;
    return true;
  }

  async function take(next: unknown, user: User): Promise<void> {
    if (next instanceof AppError) return refuse(undefined, next);
    const parsed = parseCommand(next);
    if ("error" in parsed) return malformed(parsed.ref, parsed.error);
    await obey(parsed, user).catch((error) => refuse(parsed.ref, error));
  }

  async function obey(command: Command, user: User): Promise<void> {
    const { ref } = command;
    switch (command.verb) {
      case "join":
        return await join(command);
      case "leave":
        hub.unsubscribe(subscriber, topicOf(command.conversation_id));
        return acknowledge(ref);
      case "message": {
        requirePace();
        const commit = await chat.messages.prepare(actor, command);
        return answerLater(ref, commit());
      }
      case "edit":
      case "delete": {
        requirePace();
        const message = command.verb === "edit"
          ? await chat.messages.edit(actor, command.message_id, command.content)
          : await chat.messages.remove(actor, command.message_id);
        return acknowledge(ref, { message });
      }
      case "react": {
        requirePace();
        const { message_id, emoji, on } = command;
        return acknowledge(ref, { message: await chat.reactions.set(actor, message_id, emoji, on) });
      }
      case "read":
        await chat.reads.mark(actor, command.conversation_id, command.seq);
        return acknowledge(ref);
      case "typing":
        await chat.access.toPost(actor, command.conversation_id);
        typing.set(command.conversation_id, user, command.is_typing);
        return acknowledge(ref);
      case "status":
        return setIdle(command);
      case "presence":
        return await whoIsIn(command);
      case "ping":
        return say({ type: "pong", ref });
    }
  }

  function setIdle({ ref, status }: Command & { verb: "status" }): void {
    const idle = status === "away";
    if (idle !== is_idle) {
      requirePace();
      is_idle = idle;
      presence.setIdle(actor, idle);
    }
    acknowledge(ref);
  }

  async function whoIsIn({ product, ref, conversation_id }: Command & { verb: "presence" }): Promise<void> {
    say({ type: `${product}:presence`, ref, ...await services.whoIsIn(actor, conversation_id) });
    await othersTurn();
  }

  async function join(
    { product, ref, conversation_id, after_version }: Command & { verb: "join" },
  ): Promise<void> {
    const topic = topicOf(conversation_id);
    await chat.access.toRead(actor, conversation_id);
    // The subscription stands before the past is read, or what is committed in between would be missed.
    hub.subscribe(subscriber, topic, MULTIPLEXED[product]);
    try {
      // The right is asked for again: who lost it before the subscription stood was not evicted from it.
      const past = await chat.history.changesAfter(actor, conversation_id, after_version ?? NOTHING_AFTER);
      say({ type: `${product}:joined`, ref, conversation_id, ...past });
    } catch (error) {
      hub.unsubscribe(subscriber, topic);
      throw error;
    }
    await othersTurn();
  }

  /** What reads much and comes in hundreds lets others be served, and is sent, before the next. */
  function othersTurn(): Promise<void> {
    return new Promise((resolve) => void setImmediate(resolve));
  }

  /** A message waits for its commit while the next command is worked on. */
  function answerLater(ref: Ref | undefined, commit: Promise<Message>): void {
    void commit.then((message) => acknowledge(ref, { message }), (error) => refuse(ref, error));
  }

  function requirePace(): void {
    const seconds = Math.ceil(limits.commands(actor));
    if (seconds > 0) throw new AppError("rate_limited", { seconds });
  }

  function acknowledge(ref: Ref | undefined, more: Pick<AckFrame, "message"> = {}): void {
    if (ref !== undefined) say({ type: "ack", ref, ...more });
  }

  function malformed(ref: Ref | undefined, error: Malformed["error"]): void {
    if (error === "unknown_command") return refuse(ref, new AppError("unknown_command"));
    const code = isErrorCode(error.message) ? error.message : "invalid_input";
    say({ type: "error", ref, code, detail: zodSentence(locale, error) });
  }

  function refuse(ref: Ref | undefined, error: unknown): void {
    report(error);
    const { code, params } = error instanceof AppError ? error : new AppError("internal");
    const frame: ErrorFrame = {
      type: "error",
      ref,
      code,
      detail: errorSentence(locale, code, params, time_zone),
    };
    if (params.seconds !== undefined) frame.retry_after = Number(params.seconds);
    say(frame);
  }

  function say(frame: ServerFrame): void {
    hub.reply(subscriber, JSON.stringify(frame));
  }

  return { open, receive, close };
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
