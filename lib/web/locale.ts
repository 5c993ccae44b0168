import { type Locale, negotiate } from "@/lib/i18n/mod.ts";
import { LANGUAGE_COOKIE, readCookie, THEME_COOKIE } from "./cookies.ts";

export type ThemeName = "light" | "dark" | "system";

/** What is known of somebody who is signed in. */
interface Known {
  readonly language: Locale | null;
  readonly theme: ThemeName | null;
  readonly workspace_language: Locale;
}

/** The language to answer in: the cookie, the person's own, the browser's, the workspace's, Persian. */
export function localeOf(headers: Headers, known: Known | null): Locale {
  const chosen = readCookie(headers, LANGUAGE_COOKIE);
  return negotiate(chosen, known?.language, headers.get("accept-language"), known?.workspace_language);
}

/** Light, dark or as the system: the cookie, the person's own, the system's. */
export function themeOf(headers: Headers, known: Known | null): ThemeName {
  const chosen = readCookie(headers, THEME_COOKIE);
  return isTheme(chosen) ? chosen : known?.theme ?? "system";
}

function isTheme(value: string | null): value is ThemeName {
  return value === "light" || value === "dark" || value === "system";
}
