import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Message, Reaction } from "@/lib/protocol/entities.ts";
import type { AckFrame } from "@/lib/protocol/events.ts";
import { ask } from "./ask.ts";
import { CommandError } from "./socket.ts";
import type { Socket } from "./socket.ts";

/** The two votes, which exclude each other and stand first. */
const VOTES = ["like", "dislike"];

interface Deps {
  readonly me_id: number;
  readonly socket: Pick<Socket, "status" | "command">;
  /** As committed, by `seq`. */
  readonly committed: ReadonlySignal<readonly Message[]>;
  /** Takes in what the server answered. */
  readonly take: (message: Message) => void;
}

/** What one wants of one emoji on one message, until the server has answered. */
interface Wish {
  readonly message_id: number;
  readonly emoji: string;
  readonly on: boolean;
}

/** One's own reactions: seen at once, taken back where the server refuses. */
export function createReacting({ me_id, socket, committed, take }: Deps) {
  const wishes = signal<readonly Wish[]>([]);

  /**
   * Sets a reaction or takes it back. What was there before is there again when this fails.
   * @throws Error with a sentence to show; an empty one where there is no connection
   */
  async function react(message_id: number, emoji: string, on: boolean): Promise<void> {
    const wish: Wish = { message_id, emoji, on };
    // A later wish of the same kind takes the place of an earlier one: votes are one kind.
    const isReplaced = (one: Wish) =>
      one.message_id === message_id && (one.emoji === emoji || (isVote(one.emoji) && isVote(emoji)));
    wishes.value = [...wishes.peek().filter((one) => !isReplaced(one)), wish];
    try {
      take(await ask(wish));
    } finally {
      wishes.value = wishes.peek().filter((one) => one !== wish);
    }
  }

  async function ask({ message_id, emoji, on }: Wish): Promise<Message> {
    if (socket.status.peek().state === "online") {
      try {
        const command = { type: "chat:react", message_id, emoji, on };
        const { message } = await socket.command<AckFrame>(command);
        if (message) return message;
      } catch (error) {
        // Asking for it twice changes nothing: what a lost connection left open is asked for the other way.
        if (!(error instanceof CommandError) || error.code !== "lost") throw error;
      }
    }
    return await askByRest(message_id, emoji, on);
  }

  return {
    react,
    /** The messages as they will be, wishes fulfilled. Those without a wish keep their identity. */
    messages: computed(() => {
      const open = wishes.value;
      if (open.length === 0) return committed.value;
      return committed.value.map((message) => {
        const own = open.filter((wish) => wish.message_id === message.id);
        return own.reduce((as_is, { emoji, on }) => withReaction(as_is, me_id, emoji, on), message);
      });
    }),
  };
}

function askByRest(message_id: number, emoji: string, on: boolean): Promise<Message> {
  const path = `/api/messages/${message_id}/reactions/${encodeURIComponent(emoji)}`;
  return ask(on ? "PUT" : "DELETE", path);
}

/** A message with somebody's reaction set or taken back; the same where it is so already. */
export function withReaction(message: Message, user_id: number, emoji: string, on: boolean): Message {
  if (isMine(message.reactions, user_id, emoji) === on) return message;
  let reactions = message.reactions;
  if (on && isVote(emoji)) {
    for (const other of VOTES) if (other !== emoji) reactions = without(reactions, user_id, other);
  }
  reactions = on ? withOne(reactions, user_id, emoji) : without(reactions, user_id, emoji);
  return { ...message, reactions };
}

/**
 * A message that was told to everybody, with what is known of oneself: of a reaction with many people only
 * some are named, and oneself may not be among them.
 */
export function keepOwn(known: Message | undefined, told: Message, user_id: number): Message {
  if (!known) return told;
  const reactions = told.reactions.map((reaction) => {
    const { emoji, count, user_ids } = reaction;
    const is_forgotten = count > user_ids.length && !user_ids.includes(user_id) &&
      isMine(known.reactions, user_id, emoji);
    return is_forgotten ? { ...reaction, user_ids: [...user_ids, user_id] } : reaction;
  });
  return { ...told, reactions };
}

/** Whether somebody reacted with this. */
export function isMine(reactions: readonly Reaction[], user_id: number, emoji: string): boolean {
  return reactions.find((one) => one.emoji === emoji)?.user_ids.includes(user_id) ?? false;
}

export function isVote(emoji: string): boolean {
  return VOTES.includes(emoji);
}

function withOne(reactions: readonly Reaction[], user_id: number, emoji: string): Reaction[] {
  const known = reactions.find((one) => one.emoji === emoji);
  if (known) {
    const more = { ...known, count: known.count + 1, user_ids: [...known.user_ids, user_id] };
    return reactions.map((one) => one === known ? more : one);
  }
  const place = ({ emoji }: Reaction) => isVote(emoji) ? VOTES.indexOf(emoji) : VOTES.length;
  return [...reactions, { emoji, count: 1, user_ids: [user_id] }].sort((a, b) => place(a) - place(b));
}

function without(reactions: readonly Reaction[], user_id: number, emoji: string): Reaction[] {
  return reactions.flatMap((one) => {
    if (one.emoji !== emoji || !one.user_ids.includes(user_id)) return [one];
    if (one.count === 1) return [];
    return [{ ...one, count: one.count - 1, user_ids: one.user_ids.filter((id) => id !== user_id) }];
  });
}
