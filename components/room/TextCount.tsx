import { cx } from "@/lib/ui/cx.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";

/** Longest message in code points, as the server has it. */
export const TEXT_MAX = 4000;
/** From here on it counts down. */
const WARN = 3800;
/** A screen reader is told in such steps: each stroke would be too much. */
const STEP = 50;

/** How many characters are left of a message, once they become few, and how many are too many. */
export function TextCount({ t, length }: { t: ChatText; length: number }) {
  const left = TEXT_MAX - length;
  if (length <= WARN) return null;
  const said = Math.ceil(Math.abs(left) / STEP) * STEP;
  return (
    <>
      <span class={cx("px-2 text-12", left < 0 ? "text-danger" : "text-muted")} aria-hidden="true">
        {left < 0 ? t.composer.tooLong(-left) : t.composer.left(left)}
      </span>
      <span class="sr-only" role="status">
        {left < 0 ? t.composer.over(said) : t.composer.below(said)}
      </span>
    </>
  );
}

/** Code points of a text, reckoned exactly only where it matters. */
export function lengthOf(text: string): number {
  return text.length < WARN ? text.length : [...text.trim()].length;
}
