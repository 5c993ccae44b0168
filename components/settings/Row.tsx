import type { ComponentChildren } from "preact";
import { cx } from "@/lib/ui/cx.ts";

export interface RowProps {
  /** Unique in the page: what is set at its end is named by it. */
  readonly id: string;
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  /** At its end: what sets it. */
  readonly children?: ComponentChildren;
}

/** One thing that can be set: its name and a sentence, then the control; below each other where it is narrow. */
export function Row({ id, title, note, children }: RowProps) {
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5 border-b border-line">
      {/* A sentence needs more room beside a control than a word does. */}
      <div class={cx("flex-1", note ? "min-w-[150px]" : "min-w-[72px]")}>
        <p id={id} class="font-600">{title}</p>
        {note && <div id={`${id}-note`} class="text-13 text-muted">{note}</div>}
      </div>
      {children}
    </div>
  );
}

/** A heading within a section, with the hairline on which its rows stand. */
export function Part({ title, note, children }: {
  readonly title: string;
  readonly note?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="mt-7 first:mt-0">
      <h2 class="pb-2 border-b border-line font-650">{title}</h2>
      {note && <p class="pt-2.5 text-13 text-muted">{note}</p>}
      {children}
    </section>
  );
}
