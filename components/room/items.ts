import type { RowMessage } from "@/components/MessageRow.tsx";
import { dayKey } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import type { Outgoing } from "@/lib/realtime/client/outbox.ts";

/** Messages of one author within this time are one group under one head, in milliseconds. */
const GROUP_WITHIN = 5 * 60_000;

/** What stands in the log, top to bottom. */
export type Item =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "new"; readonly key: "new" }
  | { readonly kind: "system"; readonly key: string; readonly message: Message }
  | MessageItem;

export interface MessageItem {
  readonly kind: "message";
  /** The same while it is pending and once it is committed, so that its row stays in place. */
  readonly key: string;
  /** Follows another of its author, and needs no head of its own. */
  readonly follow: boolean;
  /** As committed; null while it is on its way. */
  readonly message: Message | null;
  readonly outgoing: Outgoing | null;
}

export interface ItemOptions {
  readonly dates: Pick<DateStyle, "timeZone">;
  readonly me: Pick<User, "id">;
  /** Above the first message of others that stands above it there is a line. */
  readonly read_seq: number;
  /** Older messages are not among these: whether the first of them is the first new one is not known. */
  readonly has_older?: boolean;
}

/** What the rules of grouping look at. */
type Stone = Pick<Message, "kind" | "timestamp" | "reply_to"> & { readonly sender: { readonly id: number } };

/**
 * The rows of a log: a separator above each day's first message, the line above what is new, and messages
 * grouped by author; what is on its way comes last.
 */
export function toItems(
  messages: readonly Message[],
  outgoing: readonly Outgoing[],
  { dates, me, read_seq, has_older = false }: ItemOptions,
): Item[] {
  const items: Item[] = [];
  let before: Stone | undefined;
  let lined = has_older && (messages[0]?.seq ?? 0) > read_seq + 1;

  function place(key: string, stone: Stone, is_new: boolean, message: Message | null, sent: Outgoing | null) {
    const day = dayKey(dates, stone.timestamp);
    const new_day = !before || dayKey(dates, before.timestamp) !== day;
    if (new_day) items.push({ kind: "day", key: `day-${day}`, at: stone.timestamp });
    const new_line = is_new && !lined;
    if (new_line) items.push({ kind: "new", key: "new" });
    lined ||= new_line;
    if (message?.kind === "system") items.push({ kind: "system", key, message });
    else {
      const follow = !new_day && !new_line && follows(before!, stone);
      items.push({ kind: "message", key, follow, message, outgoing: sent });
    }
    before = stone;
  }

  for (const message of messages) {
    // Lines of the system are no news.
    const is_new = message.seq > read_seq && message.sender.id !== me.id && message.kind === "text";
    place(`${message.sender.id}-${message.client_id}`, message, is_new, message, null);
  }
  for (const one of outgoing) {
    place(`${me.id}-${one.client_id}`, stoneOf(one, me, before), false, null, one);
  }
  return items;
}

/** A device whose clock is slow must not put what one writes now below a separator of yesterday. */
function stoneOf({ created_at, reply_to }: Outgoing, me: Pick<User, "id">, before: Stone | undefined): Stone {
  const at = Math.max(created_at, before ? Date.parse(before.timestamp) : 0);
  return {
    kind: "text",
    sender: me,
    timestamp: new Date(at).toISOString(),
    // Only whether it answers something counts here.
    reply_to: reply_to === null ? null : {} as Stone["reply_to"],
  };
}

/** Whether a message needs no head of its own under the one before it. */
function follows(before: Stone, message: Stone): boolean {
  const apart = Date.parse(message.timestamp) - Date.parse(before.timestamp);
  return before.kind === "text" && before.sender.id === message.sender.id && message.reply_to === null &&
    apart < GROUP_WITHIN;
}

/** A message on its way, as its row draws it. */
export function toRow(one: Outgoing, me: User, quoted: Message | undefined): RowMessage {
  return {
    client_id: one.client_id,
    sender: me,
    content: one.content,
    timestamp: new Date(one.created_at).toISOString(),
    is_edited: false,
    is_deleted: false,
    reply_to: quoted ?? null,
  };
}
