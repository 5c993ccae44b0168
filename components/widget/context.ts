import { createContext } from "preact";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { WidgetText } from "@/lib/i18n/widget/mod.ts";
import type { Frame, Layout } from "./frame.ts";

/** What all parts of the widget share. */
export interface Widget {
  readonly frame: Frame;
  readonly t: WidgetText;
  readonly dates: DateStyle;
  readonly layout: Layout;
  /** Epoch milliseconds, a minute at a time. */
  readonly now: number;
}

export const WidgetContext = createContext<Widget>(null!);
