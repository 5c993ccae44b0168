/** Names of the cookies; each is documented where it is set. */
export const SESSION_COOKIE = "peyk_session";
export const LANGUAGE_COOKIE = "peyk_lang";
export const THEME_COOKIE = "peyk_theme";

/** The value of a cookie in a request (RFC 6265); the first if there are several. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of (headers.get("cookie") ?? "").split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=").replace(/^"(.*)"$/, "$1");
  }
  return null;
}

export interface CookieOptions {
  /** Lifetime in seconds; 0 removes it. */
  readonly max_age: number;
  /** Sent over https alone. */
  readonly secure: boolean;
  /** Hidden from scripts. */
  readonly http_only: boolean;
}

/** A `Set-Cookie` value for the whole site, not sent with other sites' POSTs. */
export function cookie(name: string, value: string, { max_age, secure, http_only }: CookieOptions): string {
  const flags = `${http_only ? "; HttpOnly" : ""}${secure ? "; Secure" : ""}`;
  return `${name}=${value}; Path=/; Max-Age=${max_age}; SameSite=Lax${flags}`;
}
