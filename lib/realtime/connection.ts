import { parseCommand } from "@/lib/protocol/commands.ts";
import type { Command, Ref } from "@/lib/protocol/commands.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { CLOSE, PROTOCOL } from "@/lib/protocol/events.ts";
import type { ErrorFrame, HelloFrame, ServerFrame } from "@/lib/protocol/events.ts";
import { errorSentence, zodSentence } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { MULTIPLEXED } from "./dialect.ts";
import type { Subscriber, Topic } from "./hub.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";
import type { Wire } from "./transport.ts";

/** Objects in one frame, and commands that may wait. */
const QUEUE_MAX = 256;

/** Who stands at the other end. */
export interface Client {
  readonly wire: Wire;
  readonly actor: Actor;
  readonly user: User;
  readonly locale: Locale;
  readonly ip: string;
}

/**
 * One `/ws` connection. Its commands take effect in the order sent: they are worked on one after the
 * other, and only the waiting for a message's commit overlaps, so that many can share one.
 */
export function createConnection(client: Client, services: Services) {
  const { hub, chat, presence, typing, limits, report } = services;
  const { wire, actor, user, locale } = client;
  const subscriber: Subscriber = {
    wire,
    actor_id: actor.id,
    workspace_id: actor.workspace_id,
    session_id: actor.session_id,
    ip: client.ip,
  };
  const queue: unknown[] = [];
  const inFlight = new Set<Promise<void>>();
  let working = false;

  function open(): void {
    const server_time = new Date(services.now()).toISOString();
    const hello: HelloFrame = { type: "hello", protocol: PROTOCOL, build: services.build, user, server_time };
    // By itself and before all else: whoever connects is promised it as the first frame.
    wire.send(JSON.stringify(hello));
    hub.attach(subscriber);
    hub.subscribe(subscriber, `actor:${actor.id}`, MULTIPLEXED.chat);
    hub.subscribe(subscriber, `workspace:${actor.workspace_id}`, MULTIPLEXED.chat);
    presence.arrive(actor);
  }

  function close(): void {
    hub.detach(subscriber);
    queue.length = 0;
    presence.leave(actor);
  }

  /** Takes a frame from the socket. */
  function receive(frame: unknown): void {
    if (typeof frame !== "string") return refuse(undefined, new AppError("invalid_json"));
    if (oversize(frame)) return wire.close(CLOSE.too_big, "frame above 64 KiB");
    let input: unknown;
    try {
      input = JSON.parse(frame);
    } catch {
      return refuse(undefined, new AppError("invalid_json"));
    }
    const commands = Array.isArray(input) ? input : [input];
    if (queue.length + commands.length > QUEUE_MAX) return wire.close(CLOSE.too_many, "too many commands");
    queue.push(...commands);
    if (!working) void work();
  }

  async function work(): Promise<void> {
    working = true;
    while (queue.length > 0) {
      const parsed = parseCommand(queue.shift());
      if ("error" in parsed) {
        malformed(parsed.ref, parsed.error);
        continue;
      }
      try {
        await obey(parsed);
      } catch (error) {
        refuse(parsed.ref, error);
      }
    }
    working = false;
  }

  async function obey(command: Command): Promise<void> {
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
        return keepInFlight(ref, commit());
      }
      case "edit":
      case "delete": {
        requirePace();
        await settled();
        const message = command.verb === "edit"
          ? await chat.messages.edit(actor, command.message_id, command.content)
          : await chat.messages.remove(actor, command.message_id);
        return acknowledge(ref, { message });
      }
      case "read":
        await settled();
        await chat.reads.mark(actor, command.conversation_id, command.seq);
        return acknowledge(ref);
      case "typing":
        await chat.access.toPost(actor, command.conversation_id);
        typing.set(command.conversation_id, user, command.is_typing);
        return acknowledge(ref);
      case "presence":
        return say({
          type: `${command.product}:presence`,
          ref,
          ...await services.whoIsIn(actor, command.conversation_id),
        });
      case "ping":
        return say({ type: "pong", ref });
    }
  }

  async function join(
    { product, ref, conversation_id, after_version }: Command & { verb: "join" },
  ): Promise<void> {
    const { conversation } = await chat.access.toRead(actor, conversation_id);
    // The subscription stands before the past is read, or what is committed in between would be missed.
    hub.subscribe(subscriber, topicOf(conversation_id), MULTIPLEXED[product]);
    const past = after_version === undefined
      ? { version: conversation.version, changes: [], more: false }
      : await chat.history.changesAfter(actor, conversation_id, after_version);
    say({ type: `${product}:joined`, ref, conversation_id, ...past });
  }

  /** A message waits for its commit while the next command is worked on. */
  function keepInFlight(ref: Ref | undefined, commit: Promise<unknown>): void {
    const done: Promise<void> = commit.then(
      (message) => acknowledge(ref, { message } as { message: never }),
      (error) => refuse(ref, error),
    ).finally(() => inFlight.delete(done));
    inFlight.add(done);
  }

  /** What may touch an earlier message of this socket waits until those are on disk. */
  async function settled(): Promise<void> {
    while (inFlight.size > 0) await Promise.all(inFlight);
  }

  function requirePace(): void {
    const wait = limits.commands(actor);
    if (wait > 0) throw new AppError("rate_limited", { seconds: wait });
  }

  function acknowledge(ref: Ref | undefined, more: object = {}): void {
    if (ref !== undefined) say({ type: "ack", ref, ...more });
  }

  function malformed(
    ref: Ref | undefined,
    error: Parameters<typeof zodSentence>[1] | "unknown_command",
  ): void {
    if (error === "unknown_command") return refuse(ref, new AppError("unknown_command"));
    say({ type: "error", ref, code: "invalid_input", detail: zodSentence(locale, error) });
  }

  function refuse(ref: Ref | undefined, error: unknown): void {
    if (!(error instanceof AppError)) report(error);
    const { code, params } = error instanceof AppError ? error : new AppError("internal");
    const frame: ErrorFrame = { type: "error", ref, code, detail: errorSentence(locale, code, params) };
    if (code === "rate_limited") frame.retry_after = Number(params.seconds);
    say(frame);
  }

  function say(frame: ServerFrame): void {
    hub.reply(subscriber, JSON.stringify(frame));
  }

  return { open, receive, close };
}

function topicOf(conversation_id: number): Topic {
  return `conversation:${conversation_id}`;
}
