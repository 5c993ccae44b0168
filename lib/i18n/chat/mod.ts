import type { Locale } from "../mod.ts";
import { type ChatText, en } from "./en.ts";
import { fa } from "./fa.ts";

export type { ChatText, SystemParams } from "./en.ts";

/** The words of the chat rooms, for pages and islands alike. */
export function chatText(locale: Locale): ChatText {
  return locale === "fa" ? fa : en;
}
