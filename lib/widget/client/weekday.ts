import type { Locale } from "@/lib/i18n/mod.ts";

/** What a day of the week is called; Monday is 0. */
export function weekday(day: number, locale: Locale, width: "long" | "short" = "long"): string {
  // The first of January 2024 was a Monday.
  const at = Date.UTC(2024, 0, 1 + day, 12);
  return new Intl.DateTimeFormat(locale === "fa" ? "fa-IR" : "en-GB", { weekday: width, timeZone: "UTC" })
    .format(at);
}
