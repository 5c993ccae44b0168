import { signal } from "@preact/signals";
import type { Conversation } from "@/lib/protocol/entities.ts";
import { ask } from "./ask.ts";

/** Whether one wants no notice of a conversation; `muted_until` is null without an end. */
export type Mute = Pick<Conversation, "is_muted" | "muted_until">;

/** Longest wait that a timer takes, in milliseconds; what is further away is waited for in parts. */
const LONGEST = 2 ** 31 - 1;

interface Deps {
  readonly conversation_id: number;
  readonly start: Mute;
}

/** One's own wish to be left alone by a conversation: the same on all devices, and ended by the clock. */
export function createMuting({ conversation_id, start }: Deps) {
  const mute = signal<Mute>(start);
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** What the server says, unasked or asked. */
  function take({ is_muted, muted_until }: Mute): void {
    mute.value = { is_muted, muted_until };
    expire();
  }

  function expire(): void {
    clearTimeout(timer);
    const { is_muted, muted_until } = mute.peek();
    if (!is_muted || muted_until === null) return;
    const left = Date.parse(muted_until) - Date.now();
    if (left <= 0) mute.value = { is_muted: false, muted_until: null };
    else timer = setTimeout(expire, Math.min(left, LONGEST));
  }

  const path = `/api/conversations/${conversation_id}/mute`;

  return {
    mute,
    take,
    /** Be left alone for so many milliseconds, or (null) until one says otherwise. @throws Error as `ask` */
    async silence(time: number | null): Promise<void> {
      const until = time === null ? null : new Date(Date.now() + time).toISOString();
      take(await ask("PUT", path, { until }));
    },
    /** Be told again. @throws Error as `ask` */
    async unmute(): Promise<void> {
      take(await ask("DELETE", path));
    },
    start: expire,
    stop: () => clearTimeout(timer),
  };
}
