import type { ComponentChildren } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconShape } from "./icons.ts";
import { Mark } from "./Mark.tsx";

export interface EmptyStateProps {
  /** One thin icon; the mark unless told. */
  icon?: IconShape;
  /** In place of an icon, such as somebody’s picture. */
  sign?: ComponentChildren;
  title: string;
  text: string;
  /** Heading level that fits where it stands. */
  level?: 1 | 2 | 3;
  /** One or two buttons. */
  actions?: ComponentChildren;
  /** Below all, small: a reference to quote. */
  note?: ComponentChildren;
}

/** Nothing here yet, or it did not open: a title, a sentence, one or two buttons. */
export function EmptyState({ icon, sign, title, text, level = 2, actions, note }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div class="m-auto grid justify-items-center gap-1.5 max-w-[360px] p-6 text-center">
      {sign
        ? <span class="mb-2">{sign}</span>
        : icon
        ? <Icon of={icon} size={40} class="text-muted mb-2" />
        : <Mark class="size-14 mb-2" />}
      <Heading class="text-17 font-650">{title}</Heading>
      <p class="text-ink-2">{text}</p>
      {actions && <div class="flex flex-wrap justify-center gap-2 mt-3">{actions}</div>}
      {note && <p class="mt-2.5 text-12 text-muted">{note}</p>}
    </div>
  );
}

/** A bar where a line of text will be. Width comes with `class`, as in `w-32`. */
export function Skeleton({ class: more }: { class?: string }) {
  return <span class={cx("skeleton", more)} />;
}

const LINES = [
  [cx("w-32"), cx("w-[60%]"), cx("w-[42%]")],
  [cx("w-24"), cx("w-[36%]"), null],
  [cx("w-40"), cx("w-[68%]"), cx("w-[50%]")],
  [cx("w-28"), cx("w-[44%]"), null],
] as const;

/** Message rows before they are there, in their true geometry. */
export function MessageSkeleton({ label, rows = 4 }: { label: string; rows?: number }) {
  return (
    <div role="status" class="flex-none py-3">
      <span class="sr-only">{label}</span>
      {Array.from({ length: rows }, (_, index) => {
        const [name, first, second] = LINES[index % LINES.length]!;
        return (
          <div key={index} class="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 px-3 md:px-6 pt-3 pb-3">
            <Skeleton class="size-9 rounded-full" />
            <span class="grid gap-2.5 content-start pt-[5px] max-w-measure">
              <Skeleton class={name} />
              <Skeleton class={first} />
              {second && <Skeleton class={second} />}
            </span>
          </div>
        );
      })}
    </div>
  );
}
