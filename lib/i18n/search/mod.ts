import type { Locale } from "../mod.ts";
import { en, type SearchText } from "./en.ts";
import { fa } from "./fa.ts";

export type { SearchText } from "./en.ts";

/** The words of the search, for what is loaded when it is wanted. */
export function searchText(locale: Locale): SearchText {
  return locale === "fa" ? fa : en;
}
