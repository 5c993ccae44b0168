import { cx } from "@/lib/ui/cx.ts";

/** Text with `code` in backticks; a blank line parts paragraphs. */
export function Prose({ text, class: more }: { text: string; class?: string }) {
  return (
    <div class={cx("grid gap-2", more)}>
      {text.split("\n\n").map((paragraph) => (
        <p key={paragraph}>
          <Words text={paragraph} />
        </p>
      ))}
    </div>
  );
}

const CODE = cx("code break-words px-1 rounded-xs bg-well");
/** Up to so many letters code stays on one line. */
const WHOLE = 24;

/** The same within a line. */
export function Words({ text }: { text: string }) {
  return (
    <>
      {text.split("`").map((part, i) =>
        i % 2 === 1
          ? <code key={i} class={cx(CODE, part.length <= WHOLE && "whitespace-nowrap")}>{part}</code>
          : part
      )}
    </>
  );
}

/** What is English on every page: its own language, direction and side. */
export const ENGLISH = { lang: "en", dir: "ltr" } as const;
