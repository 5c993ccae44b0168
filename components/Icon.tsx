import { cx } from "@/lib/ui/cx.ts";
import type { IconShape } from "./icons.ts";

export interface IconProps {
  of: IconShape;
  /** Edge in px; 18 unless told. */
  size?: 12 | 13 | 14 | 16 | 18 | 20 | 24 | 40;
  class?: string;
}

const SIZES: Readonly<Record<number, string>> = {
  12: "icon-12",
  13: "icon-13",
  14: "icon-14",
  16: "icon-16",
  20: "icon-20",
  24: "icon-24",
  40: "icon-40",
};

/** A line icon in the colour of its text. Always beside words or within a labelled button, so never read out. */
export function Icon({ of, size = 18, class: more }: IconProps) {
  return (
    <svg
      class={cx("icon", SIZES[size], of.flows && "icon-flows", more)}
      viewBox="0 0 24 24"
      aria-hidden="true"
    >
      <path d={of.d} />
    </svg>
  );
}
