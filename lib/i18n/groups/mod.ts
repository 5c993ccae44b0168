import type { Locale } from "../mod.ts";
import { en, type GroupsText } from "./en.ts";
import { fa } from "./fa.ts";

export type { GroupsText } from "./en.ts";

/** The words of beginning conversations and keeping groups, for what is loaded when it is wanted. */
export function groupsText(locale: Locale): GroupsText {
  return locale === "fa" ? fa : en;
}
