import type { ComponentChildren } from "preact";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import type { IconShape } from "./icons.ts";

export interface TagProps {
  tone?: "plain" | "accent" | "warn" | "danger" | "ok" | "line";
  icon?: IconShape;
  /** Said before it, for screen readers and as the tooltip: what kind of label it is. */
  hint?: string;
  /** A text of any length: cut where there is no room for it. */
  clip?: boolean;
  children: ComponentChildren;
}

const TONES = {
  plain: cx("bg-well text-ink-2"),
  accent: cx("bg-accent-soft text-accent"),
  warn: cx("bg-warn-soft text-warn"),
  danger: cx("bg-danger-soft text-danger"),
  ok: cx("bg-ok-soft text-ok"),
  line: cx("ring-line text-ink-2"),
};

/** A quiet label: a role, a source, a state. */
export function Tag({ tone = "plain", icon, hint, clip, children }: TagProps) {
  return (
    <span
      title={hint}
      class={cx(
        "inline-flex items-center gap-1 px-1.5 min-h-5 rounded-[5px] text-12 leading-[18px] font-500 whitespace-nowrap",
        clip ? "min-w-0" : "flex-none",
        TONES[tone],
      )}
    >
      {icon && <Icon of={icon} size={12} />}
      {hint && <span class="sr-only">{`${hint}: `}</span>}
      <bdi class={clip ? "clip" : undefined}>{children}</bdi>
    </span>
  );
}
