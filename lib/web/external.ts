import type { Context } from "fresh";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { matches } from "@/lib/widget/domains.ts";
import type { KnownSite } from "@/lib/widget/known_sites.ts";
import { isFromOwnPage } from "./origin.ts";
import { mutable } from "./headers.ts";
import { isApiPath } from "./path.ts";
import type { State } from "./state.ts";

/** What pages of other sites may send us beside what all may. */
const SENT = "Site-Key, Authorization, Content-Type, Idempotency-Key";
/** What they may read beside what all may. */
const READ = "Retry-After, X-Request-Id";
/** How long a browser may rely on that, in seconds. */
const RELIED_ON = 600;

/** Who calls for a site: one of its pages, or its own server, which knows the secret. */
export interface SiteCall {
  readonly site: KnownSite;
  readonly by: "page" | "server";
}

/**
 * Before every route: what is called for a site comes with its key, and from where that may be called.
 * @throws {AppError} `site_key_invalid`, `domain_refused`
 */
export async function admitSite(ctx: Context<State>): Promise<void> {
  if (isForSites(ctx.url.pathname)) ctx.state.call = await findCall(ctx);
}

/** Whether what is asked for there is called for a site, with its key. */
export function isForSites(path: string): boolean {
  return /^\/api\/external(\/|$)/.test(path);
}

/** Whether it asks for a visit: answered with what lets a visitor in. */
export function beginsVisit({ method }: Request, { pathname }: URL): boolean {
  return method === "POST" && pathname === "/api/external/guests";
}

async function findCall(ctx: Context<State>): Promise<SiteCall> {
  const key = ctx.req.headers.get("site-key") ?? "";
  if (key.startsWith("sk_")) return { site: await requireServer(ctx, key), by: "server" };
  const site = await ctx.state.app.sites.known.byKey(key);
  if (!site) throw new AppError("site_key_invalid");
  requireListed(ctx, site);
  return { site, by: "page" };
}

/** The site that is called for, under `/api/external`. */
export function callOf({ state: { call } }: Context<State>): SiteCall {
  if (!call) throw new AppError("site_key_invalid");
  return call;
}

/** The address that what is asked counts for; null for a site's own server, which speaks for many visitors. */
export function countedAddress({ state: { call, ip } }: Context<State>): string | null {
  return call?.by === "server" ? null : ip;
}

/** The visitor who asks. @throws {AppError} `unauthenticated`, `token_invalid` for one of another site than the key's */
export function requireVisitor(ctx: Context<State>): Actor {
  const { visitor } = ctx.state;
  if (visitor === null) throw new AppError("unauthenticated");
  if (visitor.site_id !== callOf(ctx).site.id) throw new AppError("token_invalid");
  return visitor;
}

/** A secret in a page is everybody's: it counts only where no page sent it. */
async function requireServer(
  { req: { headers }, state }: Context<State>,
  secret: string,
): Promise<KnownSite> {
  const site = await state.app.sites.known.bySecret(secret);
  if (!site) throw new AppError("site_key_invalid");
  if (headers.has("origin") || headers.has("sec-fetch-site")) throw new AppError("domain_refused");
  return site;
}

/**
 * That a call comes from a page which may show this site's chat: one on its list of domains, or our own, as the frame
 * is. What says of itself no origin is a page of ours only where a browser vouches for it.
 * @throws {AppError} `domain_refused`
 */
export function requireListed({ req, state }: Context<State>, { domains }: Pick<KnownSite, "domains">): void {
  if (isFromOwnPage(req, state.app.config)) return;
  const origin = req.headers.get("origin");
  if (!matches(domains, origin)) {
    state.readable_by = null;
    throw new AppError("domain_refused");
  }
  state.readable_by = origin;
}

/**
 * Lets pages of listed sites read the answers to their own calls (Fetch, 3.3), refusals too. Nothing is ever said to
 * all (`*`), and no cookie is asked for. It stands in front of all routes: asking first (a preflight) names no route's
 * method.
 */
export async function shareWithSites(ctx: Context<State>): Promise<Response> {
  const origin = ctx.req.headers.get("origin");
  if (origin === null || !isApiPath(ctx.url.pathname)) return await ctx.next();
  if (isPreflight(ctx.req)) return await answerPreflight(ctx, origin);
  const response = mutable(await ctx.next());
  if (response.status === 101) return response;
  response.headers.append("vary", "Origin");
  if (!await isReadable(ctx, origin, response)) return response;
  response.headers.set("access-control-allow-origin", origin);
  response.headers.set("access-control-expose-headers", READ);
  return response;
}

function isPreflight({ method, headers }: Request): boolean {
  return method === "OPTIONS" && headers.has("access-control-request-method");
}

/** It carries no key: whoever is on any list may ask, and is told when asking in earnest what it comes to. */
async function answerPreflight({ req, state }: Context<State>, origin: string): Promise<Response> {
  const headers = new Headers({ vary: "Origin" });
  if (!await state.app.sites.known.isListedAnywhere(origin)) {
    return new Response(null, { status: 403, headers });
  }
  headers.set("access-control-allow-origin", origin);
  headers.set("access-control-allow-methods", req.headers.get("access-control-request-method")!);
  headers.set("access-control-allow-headers", SENT);
  headers.set("access-control-max-age", String(RELIED_ON));
  return new Response(null, { status: 204, headers });
}

/** What failed before it was known which site it is about can be read by whoever is on any list. */
async function isReadable({ state }: Context<State>, origin: string, { status }: Response): Promise<boolean> {
  if (state.readable_by !== undefined) return state.readable_by === origin;
  return status >= 400 && status < 500 && await state.app.sites.known.isListedAnywhere(origin);
}
