import type { Locale } from "../mod.ts";
import { type AdminText, en } from "./en.ts";
import { fa } from "./fa.ts";

export type { AdminText } from "./en.ts";

/** The words of the admin panel. */
export function adminText(locale: Locale): AdminText {
  return locale === "fa" ? fa : en;
}
