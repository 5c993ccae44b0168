import { FlatCommand } from "@/lib/protocol/commands.ts";
import { CLOSE } from "@/lib/protocol/events.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { FLAT } from "./dialect.ts";
import type { Subscriber } from "./hub.ts";
import { createQueue } from "./queue.ts";
import type { Services } from "./services.ts";
import { oversize } from "./transport.ts";

/**
 * One `/ws/chat/{conversation_id}/` connection: the dialect of existing clients. What is invalid or
 * forbidden is passed over in silence, as they expect.
 */
export function createFlatConnection(subscriber: Subscriber, conversation_id: number, services: Services) {
  const { hub, chat, presence, typing, limits, report } = services;
  const { actor } = subscriber;
  const queue = createQueue<FlatCommand>(
    (command, user) => obey(command, user).catch(report),
    () => hub.has(subscriber),
  );

  /** The socket stands, and it is known who they are. Commands that came before waited until now. */
  function open(user: User): void {
    hub.subscribe(subscriber, `conversation:${conversation_id}`, FLAT);
    presence.arrive(actor);
    // Who lost the right to be here before the subscription stood was not evicted from it.
    chat.access.toRead(actor, conversation_id).then(() => queue.begin(user), (error) => {
      report(error);
      const removed = error instanceof AppError && error.code === "not_found";
      hub.cut(subscriber, removed ? CLOSE.removed : CLOSE.restart, "not in this conversation");
    });
  }

  function close(): void {
    queue.clear();
    presence.leave(actor);
  }

  function receive(frame: unknown): void {
    if (!hub.has(subscriber)) return;
    if (oversize(frame)) return hub.cut(subscriber, CLOSE.too_big, "frame above 64 KiB");
    if (limits.traffic(actor) > 0) return hub.cut(subscriber, CLOSE.too_many, "too many frames");
    const command = typeof frame === "string" ? parse(frame) : undefined;
    if (command) queue.add([command]);
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
