import type { Locale } from "../mod.ts";
import { type ActsText, en } from "./en.ts";
import { fa } from "./fa.ts";

export type { ActsText } from "./en.ts";

/** The words of what one does with messages, for what is loaded when it is wanted. */
export function actsText(locale: Locale): ActsText {
  return locale === "fa" ? fa : en;
}
