import type { Config } from "@/lib/config.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { isApiPath } from "./path.ts";
import { publicOrigin } from "./peer.ts";

type Setting = Pick<Config, "public_url" | "trust_proxy">;

/** How a request was authenticated, if it was. */
export type Via = "cookie" | "bearer" | "ticket" | "files" | null;

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The defence against other sites' pages (CSRF, cross-site sockets). A browser sends our cookie with their
 * requests too, so those that a cookie authenticates and that change something must come from our origin;
 * so must every cookie socket. A Bearer token or ticket is sent by nobody by accident, and what has neither
 * `Origin` nor `Sec-Fetch-Site` is no browser.
 * @throws {AppError} `origin_refused`
 */
export function checkOrigin(request: Request, via: Via, setting: Setting): void {
  if (isUpgrade(request)) {
    if (via === "cookie" && !originMatches(request, setting)) throw new AppError("origin_refused");
    return;
  }
  if (SAFE.has(request.method)) return;
  // A page's form signs in before any cookie does: no other site may sign a browser in as somebody else.
  const guarded = via === "cookie" || via === null && !isApiPath(new URL(request.url).pathname);
  if (guarded && !isOwnRequest(request, setting)) throw new AppError("origin_refused");
}

/** Whether the request is from our own pages, or from no browser at all. */
export function isOwnRequest(request: Request, setting: Setting): boolean {
  if (request.headers.has("origin")) return originMatches(request, setting);
  const site = request.headers.get("sec-fetch-site");
  return site === null || site === "same-origin";
}

/**
 * Whether a page of ours sent the request, for what is open to them and not to programs: says `Origin`, or where
 * there is none, as with many a GET, the browser by `Sec-Fetch-Site` or, over plain http, by `Referer`.
 */
export function isFromOwnPage(request: Request, setting: Setting): boolean {
  const { headers } = request;
  if (headers.has("origin")) return originMatches(request, setting);
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const referer = headers.get("referer") ?? "";
  return URL.canParse(referer) && isOwnOrigin(new URL(referer).origin, request, setting);
}

function originMatches(request: Request, setting: Setting): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && isOwnOrigin(origin, request, setting);
}

function isOwnOrigin(origin: string, request: Request, setting: Setting): boolean {
  const own = publicOrigin(request, setting);
  if (origin === own) return true;
  // TLS may end in front of us without our being told: the same host over https is no other site.
  return setting.public_url === null && origin === own.replace(/^http:/, "https:");
}

/** Whether a socket is asked for: by GET, at one of the addresses that have sockets. */
export function isUpgrade(request: Request): boolean {
  return request.method === "GET" && request.headers.get("upgrade")?.toLowerCase() === "websocket" &&
    /^\/ws(\/|$)/.test(new URL(request.url).pathname);
}
