import type { Locale } from "../mod.ts";
import { en, type SettingsText } from "./en.ts";
import { fa } from "./fa.ts";

export type { SettingsText } from "./en.ts";

/** The words of the settings. Pages take them on the server; islands are handed what they say. */
export function settingsText(locale: Locale): SettingsText {
  return locale === "fa" ? fa : en;
}
