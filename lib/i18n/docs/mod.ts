import type { Locale } from "../mod.ts";
import { type DocsText, en } from "./en.ts";
import { fa } from "./fa.ts";

export type { DocsText } from "./en.ts";

/** The words of the page about the API; what it describes is English in both languages. */
export function docsText(locale: Locale): DocsText {
  return locale === "fa" ? fa : en;
}
