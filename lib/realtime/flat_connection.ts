import { FlatCommand } from "@/lib/protocol/commands.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { FLAT } from "./dialect.ts";
import type { Subscriber } from "./hub.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/** Commands that may wait. */
const QUEUE_MAX = 256;

/**
 * One `/ws/chat/{conversation_id}/` connection: the dialect of existing clients. What is invalid or
 * forbidden is passed over in silence, as they expect.
 */
export function createFlatConnection(subscriber: Subscriber, conversation_id: number, services: Services) {
  const { hub, chat, presence, typing, limits, report } = services;
  const { actor } = subscriber;
  const queue: FlatCommand[] = [];
  let user: User | undefined;
  let working = false;

  /** The socket stands, and it is known who they are. Commands that came before wait until now. */
  function open(known: User): void {
    user = known;
    hub.subscribe(subscriber, `conversation:${conversation_id}`, FLAT);
    presence.arrive(actor);
    void work(confirm);
  }

  /** Who lost the right to be here before the subscription stood was not evicted from it. */
  async function confirm(): Promise<void> {
    try {
      await chat.access.toRead(actor, conversation_id);
    } catch (error) {
      hub.cut(subscriber, CLOSE.removed, "no longer in this conversation");
      throw error;
    }
  }

  function close(): void {
    queue.length = 0;
    if (user) presence.leave(actor);
  }

  function receive(frame: unknown): void {
    if (typeof frame !== "string" || !hub.has(subscriber)) return;
    if (oversize(frame)) return hub.cut(subscriber, CLOSE.too_big, "frame above 64 KiB");
    const command = parse(frame);
    if (!command || queue.length >= QUEUE_MAX) return;
    queue.push(command);
    void work();
  }

  async function work(first?: () => Promise<void>): Promise<void> {
    if (working || !user) return;
    working = true;
    await first?.().catch(report);
    while (queue.length > 0 && hub.has(subscriber)) {
      await obey(queue.shift()!, user).catch(report);
    }
    working = false;
  }

  async function obey(command: FlatCommand, user: User): Promise<void> {
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
