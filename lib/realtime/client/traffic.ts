import { batch } from "@preact/signals";
import type { Conversation, Message, User } from "@/lib/protocol/entities.ts";
import type { AckFrame, ConversationFrame } from "@/lib/protocol/events.ts";
import { createChannel } from "./channel.ts";
import type { Channel } from "./channel.ts";
import type { Outbox } from "./outbox.ts";
import type { Socket } from "./socket.ts";

/** A conversation whose messages are held, as the session speaks to it. */
export interface OpenRoom {
  readonly conversation_id: number;
  /** A connection stands: joins, and is done when what was missed is known. */
  online(): Promise<void>;
  /** False while the past is being caught up with: what one writes stands after it. */
  isReady(): boolean;
  onFrame(event: ConversationFrame): void;
  /** Messages as the server has committed them. */
  take(messages: readonly Message[]): void;
  /** How the conversation stands; null where one may not see it any more. */
  learn(conversation: Conversation | null): void;
  meet(user: User): void;
}

interface Deps {
  readonly me: { readonly id: number };
  readonly outbox: Outbox;
  readonly socket: Socket;
  /** What was committed, beside what waits here and who writes: for a list. */
  readonly onTaken?: (messages: readonly Message[]) => void;
}

/** What goes to and fro in all conversations of one connection: who holds messages, what is on its way, who writes. */
export function createTraffic({ me, outbox, socket, onTaken }: Deps) {
  const rooms = new Map<number, OpenRoom>();
  const channels = new Map<number, Channel>();

  /** Takes in messages as the server has committed them. */
  function take(messages: readonly Message[]): void {
    batch(() => {
      for (const { conversation, sender, client_id } of messages) {
        if (sender.id === me.id) outbox.remove(client_id);
        else channels.get(conversation)?.typists.take(sender, false);
      }
      onTaken?.(messages);
    });
    for (const { id, conversation, client_id, is_deleted } of messages) {
      if (!is_deleted && channels.get(conversation)?.uploads.wasGivenUp(client_id)) void withdraw(id);
    }
  }

  /** Deletes a message that was given up while it was sent. */
  async function withdraw(message_id: number): Promise<void> {
    const done = await socket.command<AckFrame>({ type: "chat:delete", message_id }).catch(() => null);
    if (done?.message) settle(done.message);
  }

  /** A message as the server has it, for whoever holds it. */
  function settle(message: Message): void {
    const room = rooms.get(message.conversation);
    if (room) room.take([message]);
    else take([message]);
  }

  function channel(conversation_id: number): Channel {
    let found = channels.get(conversation_id);
    if (!found) {
      found = createChannel({
        ...{ me, conversation_id, outbox, socket },
        isReady: () => rooms.get(conversation_id)?.isReady() ?? true,
        onCommitted: settle,
      });
      channels.set(conversation_id, found);
    }
    return found;
  }

  return {
    rooms: rooms as ReadonlyMap<number, OpenRoom>,
    channel,
    take,
    /** From now on a room hears of what happens in its conversation. Gives what ends that. */
    open(room: OpenRoom): () => void {
      rooms.set(room.conversation_id, room);
      if (socket.status.peek().state === "online") void room.online();
      return () => void (rooms.get(room.conversation_id) === room && rooms.delete(room.conversation_id));
    },
    /** A connection stands anew: who wrote before it may have stopped. */
    hush(): void {
      for (const { typists } of channels.values()) typists.clear();
    },
    /** Sends what waits in all conversations, open or not. */
    pump(): void {
      for (const { conversation_id } of outbox.entries.peek()) channel(conversation_id);
      for (const one of channels.values()) one.pump();
    },
    stop(): void {
      for (const one of channels.values()) one.stop();
    },
  };
}
