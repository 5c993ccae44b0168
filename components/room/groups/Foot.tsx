import type { ComponentChildren } from "preact";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert } from "@/components/icons.ts";

/** The last row of a tall dialog: what stands is said at its start, what one can do at its end. */
export function Foot({ children }: { children: ComponentChildren }) {
  return (
    <footer class="flex-none flex flex-wrap items-center justify-end gap-2 px-4 py-3 border-t border-line">
      {children}
    </footer>
  );
}

/** Why something was not done. */
export function Refused({ text }: { text: string }) {
  return (
    <p role="alert" class="flex-1 min-w-[180px] flex items-start gap-1.5 text-13 text-danger">
      <Icon of={circleAlert} size={16} class="mt-[calc((1lh_-_16px)/2)]" />
      <span dir="auto" class="min-w-0 break-anywhere">{text}</span>
    </p>
  );
}
