import type { Message } from "@/lib/protocol/entities.ts";
import { dayKey } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";

/** Messages of one author within this time are one group under one head, in milliseconds. */
const GROUP_WITHIN = 5 * 60_000;

/** What stands in the log, top to bottom. */
export type Item =
  | { readonly kind: "day"; readonly key: string; readonly at: string }
  | { readonly kind: "new"; readonly key: "new" }
  | { readonly kind: "system"; readonly key: string; readonly message: Message }
  | { readonly kind: "message"; readonly key: string; readonly message: Message; readonly follow: boolean };

/**
 * The rows of a log: a separator above each day's first message, the line above the first message of
 * others that stands above `read_seq`, and messages grouped by author.
 */
export function toItems(
  messages: readonly Message[],
  { dates, me, read_seq }: { dates: Pick<DateStyle, "timeZone">; me: number; read_seq: number },
): Item[] {
  const items: Item[] = [];
  let before: Message | undefined;
  let lined = false;
  for (const message of messages) {
    const day = dayKey(dates, message.timestamp);
    const new_day = !before || dayKey(dates, before.timestamp) !== day;
    if (new_day) items.push({ kind: "day", key: `day-${day}`, at: message.timestamp });
    const new_line: boolean = !lined && message.seq > read_seq && message.sender.id !== me;
    if (new_line) items.push({ kind: "new", key: "new" });
    lined ||= new_line;
    if (message.kind === "system") items.push({ kind: "system", key: message.client_id, message });
    else {
      const follow = !new_day && !new_line && follows(before!, message);
      items.push({ kind: "message", key: keyOf(message), message, follow });
    }
    before = message;
  }
  return items;
}

/** The same for a message while it is pending and once it is committed, so that its row stays in place. */
export function keyOf(
  { sender, client_id }: Pick<Message, "client_id"> & { sender: { id: number } },
): string {
  return `${sender.id}-${client_id}`;
}

/** Whether a message needs no head of its own under the one before it. */
export function follows(
  before: Pick<Message, "kind" | "sender" | "timestamp">,
  message: { sender: { id: number }; timestamp: string; reply_to: unknown },
): boolean {
  return before.kind === "text" && before.sender.id === message.sender.id && message.reply_to === null &&
    Date.parse(message.timestamp) - Date.parse(before.timestamp) < GROUP_WITHIN;
}
