/**
 * The path a request is routed by: `/api/v1/…` is `/api/…`, and a slash at the end counts for nothing. A
 * rewrite and no redirect, since a redirected POST loses its body with many clients.
 */
export function normalizePath(pathname: string): string {
  const path = pathname.replace(/^\/api\/v1(?=\/|$)/, "/api");
  return path.length > 1 && path.endsWith("/") ? path.replace(/\/$/, "") : path;
}

/** Whether the path belongs to programs (JSON, sockets) rather than to people (pages). */
export function isApiPath(pathname: string): boolean {
  return /^\/(api|ws)(\/|$)/.test(pathname);
}

/** A path of this site to go back to, or `fallback`: never another site, however it is spelled. */
export function localPath(path: string | null | undefined, fallback = "/"): string {
  if (!path?.startsWith("/") || path.length > 2000 || /[\\\p{Cc}]/u.test(path)) return fallback;
  const base = "http://local.invalid";
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  if (url === null || url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}

/** As in RFC 9110, 7.2, of the names and addresses that DNS and URLs know. */
const HOST = /^([\w.-]*|\[[\da-f:.]+\])(:\d*)?$/i;

/**
 * Whether the address a request names can be one. Routes, links and the check of Origin are worked out from
 * it, and a Host with a slash or question mark in it would shift where its path begins.
 */
export function isAddressable(request: Request): boolean {
  return HOST.test(request.headers.get("host") ?? "") && URL.canParse(request.url);
}
