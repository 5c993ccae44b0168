import type { Conversation, Message, User } from "@/lib/protocol/entities.ts";
import type { Entry } from "./entry.ts";

/** Code points of a last message that a row of the list can show. */
const SHOWN = 160;

/** What happened to an entry, and whether the server has to be asked how it stands now. */
export interface Taken {
  readonly entry: Entry;
  readonly is_doubtful: boolean;
  /** It is a message that was not known of. */
  readonly is_new: boolean;
}

/** A conversation as a list keeps it: of a large group nobody reads who is in it from there. */
export function toEntry(conversation: Conversation): Entry {
  const { kind, participants, last_message } = conversation;
  return {
    ...conversation,
    participants: kind === "direct" ? participants : [],
    last_message: last_message && slim(last_message),
  };
}

function slim(message: Message): Message {
  const content = [...message.content.slice(0, 2 * SHOWN)].slice(0, SHOWN).join("");
  return { ...message, content, reply_to: null, reactions: [] };
}

/** Takes in a message, whatever happened to it. What was seen already changes nothing. */
export function withMessage(entry: Entry, message: Message, me_id: number): Taken {
  if (message.version <= entry.version) return { entry, is_doubtful: false, is_new: false };
  const { seq, version, read_seq } = entry;
  const is_new = message.seq > seq;
  // Versions come one after the other, and so do new messages: else something is still on its way, or lost.
  let is_doubtful = message.version !== version + 1 || (is_new && message.seq !== seq + 1);
  let next: Entry = { ...entry, version: message.version };
  const is_unread = message.seq > read_seq && message.sender.id !== me_id && message.kind === "text";
  if (is_new) {
    next = { ...next, seq: message.seq, last_message: slim(message) };
    if (is_unread && !message.is_deleted) {
      next.unread_count++;
      next.mention_count += Number(message.mentions.includes(me_id));
    }
  } else {
    if (entry.last_message?.id === message.id) next.last_message = slim(message);
    // It may have counted, and may have called one by name: only the server knows what it was before.
    is_doubtful ||= is_unread && (message.is_deleted || message.is_edited);
  }
  return { entry: next, is_doubtful, is_new };
}

/**
 * Somebody has read up to `seq`, oneself or another. What one has read oneself is known at the end; further up only
 * where `left`, the unread messages above, is told.
 */
export function withRead(
  entry: Entry,
  { user_id, seq }: { user_id: number; seq: number },
  me_id: number,
  left?: number,
): Omit<Taken, "is_new"> {
  const read = withReceipt(entry, user_id, seq);
  if (user_id !== me_id) return { entry: read, is_doubtful: false };
  const read_seq = Math.max(entry.read_seq, seq);
  if (read_seq >= entry.seq) {
    return { entry: { ...read, read_seq, unread_count: 0, mention_count: 0 }, is_doubtful: false };
  }
  const unread_count = left ?? entry.unread_count;
  return { entry: { ...read, read_seq, unread_count }, is_doubtful: left === undefined };
}

/** Between two people what one said last is read once the other has read that far. */
function withReceipt(entry: Entry, reader_id: number, seq: number): Entry {
  const { kind, last_message } = entry;
  if (kind !== "direct" || !last_message || last_message.is_read) return entry;
  if (last_message.sender.id === reader_id || last_message.seq > seq) return entry;
  return { ...entry, last_message: { ...last_message, is_read: true } };
}

/** What the server says of a conversation, where one has read on meanwhile. */
export function withAnswer(known: Entry | undefined, answer: Conversation): Entry {
  const entry = toEntry(answer);
  if (!known || known.read_seq <= entry.read_seq) return entry;
  const is_whole = known.read_seq >= entry.seq;
  return {
    ...entry,
    read_seq: known.read_seq,
    unread_count: is_whole ? 0 : Math.min(known.unread_count, entry.unread_count),
    mention_count: is_whole ? 0 : Math.min(known.mention_count, entry.mention_count),
  };
}

/** The entry with somebody's name and picture as they are now; the same where they do not stand in it. */
export function withUser(entry: Entry, user: User): Entry {
  const { participants, last_message } = entry;
  const is_in = participants.some(({ id }) => id === user.id);
  const said_last = last_message?.sender.id === user.id;
  if (!is_in && !said_last) return entry;
  return {
    ...entry,
    participants: participants.map((one) => one.id === user.id ? user : one),
    last_message: last_message && said_last ? { ...last_message, sender: user } : last_message,
  };
}

/** The room of everybody first, then what one put on top, then by what happened last. */
export function inOrder(entries: Iterable<Entry>): Entry[] {
  return [...entries].sort((a, b) => rank(a) - rank(b) || activity(b) - activity(a) || b.id - a.id);
}

const rank = ({ kind, is_pinned }: Entry) => kind === "global" ? 0 : is_pinned ? 1 : 2;

/** When something happened in it last, in epoch milliseconds. */
export const activity = ({ last_message, created_at }: Entry): number =>
  Date.parse(last_message?.timestamp ?? created_at);
