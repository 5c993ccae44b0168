import { digits, type Locale } from "@/lib/i18n/mod.ts";
import { cx } from "@/lib/ui/cx.ts";

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
