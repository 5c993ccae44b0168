import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { Dots } from "./Mark.tsx";
import { Name } from "./Text.tsx";

export interface TypingIndicatorProps {
  t: ChatText;
  /** Short names of those who write at the moment, the reader not among them. */
  names: readonly string[];
}

/** Who is typing. Keeps its height when nobody is, so that the log does not jump. */
export function TypingIndicator({ t, names }: TypingIndicatorProps) {
  return (
    <div
      class="flex-none flex items-center gap-[26px] h-[26px] px-3 md:px-6 text-12 leading-5 text-muted"
      aria-live="off"
    >
      {names.length > 0 && (
        <>
          <span class="flex ps-3">
            <Dots />
          </span>
          <span class="min-w-0 clip">{sentence(t, names)}</span>
        </>
      )}
    </div>
  );
}

function sentence(t: ChatText, names: readonly string[]) {
  if (names.length > 2) return t.typing.many;
  const words = names.length === 1 ? t.typing.one : t.typing.two;
  return words.map((word, index) => [
    word,
    names[index] && (
      <b>
        <Name>{names[index]}</Name>
      </b>
    ),
  ]);
}
