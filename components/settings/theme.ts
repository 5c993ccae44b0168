export type ThemeName = "light" | "dark" | "system";

const YEAR = 365 * 24 * 60 * 60;

/** Keeps a choice in this browser, where pages find it before anybody is signed in. */
export function remember(cookie: "peyk_lang" | "peyk_theme", value: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR}; samesite=lax${secure}`;
}

/** Shows the open page in a theme. */
export function showTheme(theme: ThemeName): void {
  document.documentElement.dataset.theme = theme;
  metas("color-scheme")[0]!.content = theme === "system" ? "light dark" : theme;
  const [first, ...others] = metas("theme-color");
  for (const other of others) other.remove();
  if (!first) return;
  // The frame of the window follows the page.
  first.removeAttribute("media");
  first.content = getComputedStyle(document.body).backgroundColor;
}

function metas(name: string): HTMLMetaElement[] {
  return [...document.querySelectorAll<HTMLMetaElement>(`meta[name="${name}"]`)];
}
