import { cx } from "@/lib/ui/cx.ts";

/** The bird پ: one colour, never mirrored, never boxed but as an app icon. */
export function Mark({ class: more }: { class?: string }) {
  return (
    <svg class={cx("mark", more)} viewBox="0 0 32 32" aria-hidden="true">
      <path d="M1 10.4 6.6 6.8c1.7-1.1 3.7-.3 4.3 1.6 1.1 3.4 3.1 4.8 6.1 4.8 5 0 8.8-3.8 13.6-10.8.8 10.8-4.4 16.8-13.6 16.8-7.3 0-11.3-3-12-8z" />
      <circle cx="13.1" cy="23.4" r="2.5" />
      <circle cx="20.9" cy="23.4" r="2.5" />
      <circle cx="17" cy="29" r="2.5" />
    </svg>
  );
}

/** The mark beside the name of the workspace, or of Peyk where there is none yet. */
export function Logo({ name, class: more }: { name: string; class?: string }) {
  return (
    <span class={cx("inline-flex items-center gap-2.5 font-700 text-20 min-w-0", more)}>
      <Mark class="size-7" />
      <bdi class="clip">{name}</bdi>
    </span>
  );
}

/** The three dots of پ, moving: somebody is typing. */
export function Dots() {
  return (
    <span class="dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  );
}
