import type { ComponentChildren } from "preact";
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
