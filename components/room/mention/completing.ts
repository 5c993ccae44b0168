import { signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { tokenAt } from "./token.ts";
import type { Token } from "./token.ts";

type Drawn = typeof import("./Completion.tsx");

/** Whom one is about to mention in the composer. What draws it is fetched when somebody first writes an @. */
export interface Completing {
  readonly token: ReadonlySignal<Token | null>;
  readonly drawn: Signal<Drawn | null>;
  /** Takes a key while people are offered; true when it did. */
  onKey?: (event: KeyboardEvent) => boolean;
  /** Looks at what is written at the caret. */
  look(): void;
  /** Offers nobody any more for the @ that was written. */
  close(): void;
}

export function createCompleting(field: RefObject<HTMLTextAreaElement | null>): Completing {
  const token = signal<Token | null>(null);
  const drawn = signal<Drawn | null>(null);
  /** Place of an @ behind which nobody is to be offered. */
  let declined = -1;

  function look(): void {
    const { value, selectionStart, selectionEnd } = field.current!;
    const found = selectionStart === selectionEnd && document.activeElement === field.current
      ? tokenAt(value, selectionStart)
      : null;
    if (found?.start !== declined) declined = -1;
    const next = declined < 0 ? found : null;
    const was = token.peek();
    if (next?.start !== was?.start || next?.end !== was?.end || next?.query !== was?.query) {
      token.value = next;
    }
    // Without it one writes the name oneself.
    if (next && !drawn.peek()) import("./Completion.tsx").then((module) => drawn.value = module, () => {});
  }

  return {
    token,
    drawn,
    look,
    close() {
      declined = token.peek()?.start ?? -1;
      token.value = null;
    },
  };
}
