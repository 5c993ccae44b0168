import type { Locale } from "../mod.ts";
import { en, type PagesText } from "./en.ts";
import { fa } from "./fa.ts";

export type { PagesText } from "./en.ts";

/** The words of doorway and error pages. */
export function pagesText(locale: Locale): PagesText {
  return locale === "fa" ? fa : en;
}
