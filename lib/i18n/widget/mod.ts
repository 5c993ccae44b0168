import type { Locale } from "../mod.ts";
import type { WidgetText } from "./en.ts";

export type { WidgetText } from "./en.ts";

/** A browser fetches the language of its page alone, which the page has announced; a server has them all. */
const page_locale = typeof document === "undefined" ? null : document.documentElement.lang;
const fa = page_locale === "en" ? null : (await import("./fa.ts")).fa;
const en = page_locale === "fa" ? null : (await import("./en.ts")).en;

/** The words of the widget, for its page and island. In a browser in the language of its page. */
export function widgetText(locale: Locale): WidgetText {
  return (locale === "fa" ? fa ?? en : en ?? fa)!;
}

/** Where the words of a language are in the sources, for a page to announce their script. */
export function widgetTextSource(locale: Locale): string {
  return `/lib/i18n/widget/${locale}.ts`;
}
