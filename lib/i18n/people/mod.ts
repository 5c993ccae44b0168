import type { Locale } from "../mod.ts";
import { en, type PeopleText } from "./en.ts";
import { fa } from "./fa.ts";

export type { PeopleText } from "./en.ts";

/** The words about people, for what is loaded when it is wanted. */
export function peopleText(locale: Locale): PeopleText {
  return locale === "fa" ? fa : en;
}
