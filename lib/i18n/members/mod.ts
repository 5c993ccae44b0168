import type { Locale } from "../mod.ts";
import { en, type MembersText } from "./en.ts";
import { fa } from "./fa.ts";

export type { MembersText } from "./en.ts";

/** The words of what members alone do, for what is loaded when it is wanted. */
export function membersText(locale: Locale): MembersText {
  return locale === "fa" ? fa : en;
}
