import type { ComponentChildren } from "preact";
import { digits, type Locale } from "@/lib/i18n/mod.ts";
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

export interface CountProps {
  locale: Locale;
  /** Above 99 it says 99+, so that the pill keeps its place. */
  value: number;
  /** Grey, for muted rooms. */
  quiet?: boolean;
  /** What is counted, for screen readers: "4 unread messages". */
  label?: string;
  class?: string;
}

/** How many are unread, as a pill. Draws nothing for zero. */
export function Count({ locale, value, quiet, label, class: more }: CountProps) {
  if (value <= 0) return null;
  const shown = value > 99 ? `${digits(locale, 99)}+` : digits(locale, value);
  return (
    <span class={cx(PILL, quiet ? "bg-surface-4 text-ink-2" : "bg-accent text-accent-contrast", more)}>
      <span dir="ltr" aria-hidden={label ? "true" : undefined}>{shown}</span>
      {label && <span class="sr-only">{label}</span>}
    </span>
  );
}

/** The @ beside a count: somebody named the reader. */
export function MentionMark({ label }: { label: string }) {
  return (
    <span class={cx(PILL, "bg-accent text-accent-contrast")}>
      <span aria-hidden="true">@</span>
      <span class="sr-only">{label}</span>
    </span>
  );
}

const PILL = cx(
  "num relative inline-block flex-none min-w-[18px] h-[18px] px-[5px] rounded-full text-11 leading-[18px] font-650 text-center",
);
