import { FlatCommand } from "@/lib/protocol/commands.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Client } from "./connection.ts";
import { FLAT } from "./dialect.ts";
import type { Subscriber, Topic } from "./hub.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/** Commands that may wait. */
const QUEUE_MAX = 256;

/**
 * One `/ws/chat/{conversation_id}/` connection: the dialect of existing clients. What is invalid or
 * forbidden is passed over in silence, as they expect.
 */
export function createFlatConnection(client: Client, conversation_id: number, services: Services) {
  const { hub, chat, presence, typing, limits, report } = services;
  const { wire, actor, user } = client;
  const topic: Topic = `conversation:${conversation_id}`;
  const subscriber: Subscriber = {
    wire,
    actor_id: actor.id,
    workspace_id: actor.workspace_id,
    session_id: actor.session_id,
    ip: client.ip,
    evicted: () => wire.close(CLOSE.removed, "no longer in this conversation"),
  };
  const queue: FlatCommand[] = [];
  let working = false;

  function open(): void {
    hub.attach(subscriber);
    hub.subscribe(subscriber, topic, FLAT);
    presence.arrive(actor);
  }

  function close(): void {
    hub.detach(subscriber);
    queue.length = 0;
    presence.leave(actor);
  }

  function receive(frame: unknown): void {
    if (typeof frame !== "string") return;
    if (oversize(frame)) return wire.close(CLOSE.too_big, "frame above 64 KiB");
    const command = parse(frame);
    if (!command || queue.length >= QUEUE_MAX) return;
    queue.push(command);
    if (!working) void work();
  }

  async function work(): Promise<void> {
    working = true;
    while (queue.length > 0) {
      await obey(queue.shift()!).catch((error) => {
        if (!(error instanceof AppError)) report(error);
      });
    }
    working = false;
  }

  async function obey(command: FlatCommand): Promise<void> {
    if (command.type === "typing") {
      await chat.access.toPost(actor, conversation_id);
      return typing.set(conversation_id, user, command.is_typing);
    }
    if (limits.commands(actor) > 0) return;
    if (command.type === "chat_message") {
      await chat.messages.send(actor, { conversation_id, content: command.content });
      return;
    }
    // Only what belongs to this socket's conversation may be changed through it.
    const message = await chat.messages.get(actor, command.message_id);
    if (message.conversation !== conversation_id) return;
    if (command.type === "edit_message") await chat.messages.edit(actor, message.id, command.content);
    else await chat.messages.remove(actor, message.id);
  }

  return { open, receive, close };
}

function parse(frame: string): FlatCommand | undefined {
  try {
    return FlatCommand.safeParse(JSON.parse(frame)).data;
  } catch {
    return undefined;
  }
}
