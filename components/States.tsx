import { cx } from "@/lib/ui/cx.ts";

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
