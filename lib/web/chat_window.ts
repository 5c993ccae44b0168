import type { Grant } from "@/lib/chat/access.ts";
import type { History } from "@/lib/chat/history.ts";
import { dayOfIso, startOfDay } from "@/lib/i18n/calendar.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message } from "@/lib/protocol/entities.ts";

/** Messages that come with the page. */
const FIRST_PAGE = 50;

/** Where in the history a page stands, by ids of messages: at its end unless told. */
export interface WindowQuery {
  /** The page above a message or below it: for those without scripts. */
  readonly before?: number;
  readonly after?: number;
  /** The page around a message, by its `seq`. */
  readonly seq?: number;
}

export interface ChatWindow {
  /** Oldest first. */
  readonly messages: Message[];
  readonly has_older: boolean;
  readonly has_newer: boolean;
}

/** The messages that a page of the chat comes with. */
export async function loadWindow(
  history: Pick<History, "pageFor" | "aroundFor">,
  grant: Grant,
  { before, after, seq }: WindowQuery,
): Promise<ChatWindow> {
  const limit = FIRST_PAGE;
  if (seq !== undefined) {
    const { messages, has_older, has_newer } = await history.aroundFor(grant, { seq }, { limit });
    return { messages: messages.reverse(), has_older, has_newer };
  }
  const { messages, more } = await history.pageFor(grant, { before, after, limit });
  const forwards = after !== undefined && before === undefined;
  return {
    messages: messages.reverse(),
    has_older: forwards || more,
    has_newer: forwards ? more : before !== undefined,
  };
}

/**
 * The moment that a form or a link means: a day in the reader's zone ("2026-11-18"), or a point in time
 * (ISO 8601); null where it is neither.
 */
export function momentOf(text: string, style: Pick<DateStyle, "timeZone">): number | null {
  const day = dayOfIso(text);
  if (day !== null) return startOfDay(style, day);
  const time = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && Number.isFinite(time) ? time : null;
}
