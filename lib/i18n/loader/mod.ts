import type { Locale } from "../mod.ts";
import { en, enPanel, type LoaderText, type PanelText } from "./en.ts";
import { fa, faPanel } from "./fa.ts";

export type { LoaderText, PanelText } from "./en.ts";

/** The words of the loader, which speaks both languages: which one, only the page tells. */
export function loaderText(locale: Locale): LoaderText {
  return locale === "fa" ? fa : en;
}

/** The words of what the loader fetches when it is wanted. */
export function panelText(locale: Locale): PanelText {
  return locale === "fa" ? faPanel : enPanel;
}
