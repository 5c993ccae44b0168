/**
 * The languages Peyk speaks. Small enough for the browser: dictionaries live in their own folders
 * (`chat`, `pages`, `errors`), so that an island carries only the words it says.
 */
export { digits, fileSize, number } from "./numbers.ts";
export { errorSentence, isErrorCode, zodSentence } from "./errors/mod.ts";

/** A language of the interface, as in `lang` and in `users.language`. */
export type Locale = "fa" | "en";

/** All languages, the default first. */
export const LOCALES: readonly Locale[] = ["fa", "en"];

/** How each language calls itself, for the language switch. */
export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { fa: "فارسی", en: "English" };

export function isLocale(value: unknown): value is Locale {
  return value === "fa" || value === "en";
}

/** The direction a language is written in, for `<html dir>`. */
export function dir(locale: Locale): "rtl" | "ltr" {
  return locale === "fa" ? "rtl" : "ltr";
}

type Wish = string | null | undefined;

/**
 * The language to answer in. What a person chose in this browser goes first, then what they chose in
 * their profile, then what the browser asks for, and at last what the workspace speaks.
 *
 * @param cookie value of the language cookie
 * @param userLanguage `users.language` of the signed-in person
 * @param acceptLanguage the `Accept-Language` header (RFC 9110, 12.5.4)
 */
export function negotiate(
  cookie: Wish,
  userLanguage: Wish,
  acceptLanguage: Wish,
  workspaceDefault: Locale = "fa",
): Locale {
  if (isLocale(cookie)) return cookie;
  if (isLocale(userLanguage)) return userLanguage;
  return acceptable(acceptLanguage) ?? workspaceDefault;
}

function acceptable(header: Wish): Locale | null {
  let best: Locale | null = null;
  let bestQuality = 0;
  // Longer headers are nobody's browser; the cut bounds the work a stranger can ask for.
  for (const range of (header ?? "").slice(0, 256).split(",")) {
    const [tag = "", ...parameters] = range.trim().toLowerCase().split(";");
    const language = tag.split("-")[0]?.trim();
    if (!isLocale(language)) continue;
    const q = parameters.map((p) => p.trim()).find((p) => p.startsWith("q="));
    const quality = q === undefined ? 1 : Number(q.slice(2));
    if (quality > bestQuality && quality <= 1) {
      best = language;
      bestQuality = quality;
    }
  }
  return best;
}
