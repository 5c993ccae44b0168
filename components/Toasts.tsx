import type { ComponentChildren } from "preact";

/** Where toasts come up: below the bar, never over the composer. Screen readers hear what comes in. */
export function Toasts({ children }: { children?: ComponentChildren }) {
  return (
    <div
      role="status"
      aria-live="polite"
      class="fixed inset-x-4 top-[72px] z-30 grid justify-items-center gap-2 pointer-events-none"
    >
      {children}
    </div>
  );
}
