import { signal } from "@preact/signals";
import type { Message, Quote } from "@/lib/protocol/entities.ts";
import { jsonOf, request } from "./http.ts";

/** Code points of a pinned message that the bar shows. */
const CUT = 160;

/**
 * The pinned messages of a conversation, the newest pin first, kept true by what happens in it.
 * @param start as the page came; null where nobody is shown them
 */
export function createPinned(conversation_id: number, start: readonly Quote[] | null) {
  const pins = signal(start ?? []);
  /** Counts what was taken in: an answer that was read before it is out of date. */
  let taken = 0;

  /** Takes in changed messages, whatever happened to them. */
  function take(messages: readonly Message[]): void {
    let now = pins.peek();
    for (const message of messages) now = withMessage(now, message);
    if (now === pins.peek()) return;
    pins.value = now;
    taken++;
  }

  async function refresh(): Promise<void> {
    if (start === null) return;
    const before = taken;
    const answer = await request(`/api/conversations/${conversation_id}/pins`).catch(() => null);
    if (!answer?.ok) return;
    const found = (await jsonOf<Message[]>(answer)).map(toPin);
    if (taken !== before) return await refresh();
    pins.value = found;
  }

  return {
    pins,
    take,
    /** Fetches them anew, after a time without a connection. What fails leaves them as they are. */
    refresh,
  };
}

/** What the bar shows of a pinned message. */
export function toPin({ id, seq, sender, content, is_deleted, source }: Message): Quote {
  return { id, seq, sender, content: [...content].slice(0, CUT).join(""), is_deleted, source };
}

function withMessage(pins: readonly Quote[], message: Message): readonly Quote[] {
  const at = pins.findIndex(({ id }) => id === message.id);
  if (!message.is_pinned || message.is_deleted) return at < 0 ? pins : pins.toSpliced(at, 1);
  return at < 0 ? [toPin(message), ...pins] : pins.with(at, toPin(message));
}
