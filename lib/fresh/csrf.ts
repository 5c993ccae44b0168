import type { Context } from "./context.ts";
import { HttpError } from "./http_error.ts";
import type { Middleware } from "./types.ts";

export interface CsrfOptions<State> {
  /** Origins allowed besides the site's own: one, several, or a function that says so. */
  origin?: string | string[] | ((origin: string, ctx: Context<State>) => boolean);
}

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuse with 403 what another site makes a browser send: requests with an unsafe method whose
 * Sec-Fetch-Site is not the own site or, where that header is missing, whose Origin is foreign. Requests
 * with neither do not come from a page in a browser and pass. Behind a proxy that changes the host name
 * give `origin`.
 */
export function csrf<State>(options: CsrfOptions<State> = {}): Middleware<State> {
  const allowed = originTest(options.origin);
  return (ctx) => {
    if (SAFE_METHODS.has(ctx.req.method) || isOwn(ctx, allowed)) return ctx.next();
    throw new HttpError(403);
  };
}

function isOwn<State>(
  ctx: Context<State>,
  allowed: (origin: string, ctx: Context<State>) => boolean,
): boolean {
  const site = ctx.req.headers.get("sec-fetch-site");
  // "none" is the person itself: address bar, bookmark, reload.
  if (site === "same-origin" || site === "none") return true;
  const origin = ctx.req.headers.get("origin");
  if (origin === null) return site === null;
  if (allowed(origin, ctx)) return true;
  return site === null && origin === ctx.url.origin;
}

function originTest<State>(
  origin: CsrfOptions<State>["origin"],
): (origin: string, ctx: Context<State>) => boolean {
  if (typeof origin === "function") return origin;
  const list = origin === undefined ? [] : [origin].flat();
  return (value) => list.includes(value);
}
