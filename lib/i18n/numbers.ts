import type { Locale } from "./mod.ts";

const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";

/**
 * The digits of a language, and nothing else changed: for years, clock times, ticket numbers. Takes text
 * too, so that «۱۰:۲۶» can be made of "10:26".
 */
export function digits(locale: Locale, value: number | string): string {
  const text = String(value);
  if (locale !== "fa") return text;
  return text.replace(/[0-9]/g, (digit) => PERSIAN_DIGITS[Number(digit)]!);
}

/** An amount, grouped by thousands as the language does: "1,040", «۱٬۰۴۰». */
export function number(locale: Locale, value: number, fractionDigits = 0): string {
  return formatter(locale, fractionDigits).format(value);
}

const SIZE_UNITS: Readonly<Record<Locale, readonly string[]>> = {
  en: ["bytes", "KB", "MB", "GB", "TB"],
  fa: ["بایت", "کیلوبایت", "مگابایت", "گیگابایت", "ترابایت"],
};

/** Size of a file in units of 1,024 as upload limits are counted: "240 KB", «۳٫۰ مگابایت». */
export function fileSize(locale: Locale, bytes: number): string {
  let amount = Math.max(0, bytes);
  let unit = 0;
  while (amount >= 1024 && unit < 4) {
    amount /= 1024;
    unit++;
  }
  // One decimal where it tells something: 3.0 MB but 240 KB.
  const fraction = unit >= 2 && amount < 100 ? 1 : 0;
  return `${number(locale, amount, fraction)} ${SIZE_UNITS[locale][unit]}`;
}

// Building an Intl formatter costs about a hundred times what using it does. Formatters hold no state of
// a server, so one cache serves all.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, fractionDigits: number): Intl.NumberFormat {
  const key = `${locale}${fractionDigits}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(locale === "fa" ? "fa-IR" : "en-GB", {
      minimumFractionDigits: fractionDigits,
      maximumFractionDigits: fractionDigits,
    });
    formatters.set(key, found);
  }
  return found;
}
