import type { ComponentChildren } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { check, type IconShape, x } from "./icons.ts";

export interface ToastProps {
  tone?: "plain" | "bad";
  icon?: IconShape;
  /** One sentence. */
  children: ComponentChildren;
  action?: { label: string; onAct?: () => void; href?: string };
  dismissLabel?: string;
  onDismiss?: () => void;
}

/** A short word about something that just happened, inverted against the page. */
export function Toast(
  { tone = "plain", icon = check, children, action, dismissLabel, onDismiss }: ToastProps,
) {
  const act = cx("px-1.5 min-h-8 coarse:min-h-11 font-650 underline underline-offset-[3px]");
  return (
    <div
      class={cx(
        "pointer-events-auto inline-flex items-center gap-2.5 min-h-11 ps-3.5 pe-2 rounded-lg shadow-float text-14",
        tone === "bad" ? "bg-danger text-surface-1" : "bg-toast text-toast-text",
      )}
    >
      <Icon of={icon} class="opacity-85" />
      <span class="py-2 pe-1.5" dir="auto">{children}</span>
      {action && (action.href
        ? <a href={action.href} class={act}>{action.label}</a>
        : <button type="button" class={act} onClick={action.onAct}>{action.label}</button>)}
      {onDismiss && (
        <button
          type="button"
          class="size-8 coarse:size-11 grid place-items-center"
          aria-label={dismissLabel}
          onClick={onDismiss}
        >
          <Icon of={x} size={16} />
        </button>
      )}
    </div>
  );
}
