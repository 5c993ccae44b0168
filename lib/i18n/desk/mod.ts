import type { Locale } from "../mod.ts";
import { type DeskText, en } from "./en.ts";
import { fa } from "./fa.ts";

export type { DeskText } from "./en.ts";

/** The words of answering customers, for what is loaded when it is wanted. */
export function deskText(locale: Locale): DeskText {
  return locale === "fa" ? fa : en;
}
