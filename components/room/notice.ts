import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

/** How long a word stays, in milliseconds. */
const STAYS = 6000;

export interface Notice {
  readonly text: string;
  readonly tone: "plain" | "bad";
}

export interface Notices {
  readonly current: ReadonlySignal<Notice | null>;
  say(text: string, tone: Notice["tone"]): void;
  clear(): void;
}

/** One short word at a time, gone by itself. */
export function createNotice(): Notices {
  const current = signal<Notice | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    current,
    say(text, tone) {
      clearTimeout(timer);
      current.value = { text, tone };
      timer = setTimeout(() => void (current.value = null), STAYS);
    },
    clear: () => void (current.value = null),
  };
}
