import type { Context } from "fresh";
import type { Identity } from "@/lib/accounts/identity.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readCookie, SESSION_COOKIE } from "./cookies.ts";
import { errorResponse } from "./errors.ts";
import { admitSite, beginsVisit, isForSites, requireListed } from "./external.ts";
import { mutable } from "./headers.ts";
import { localeOf, themeOf } from "./locale.ts";
import { checkOrigin, isUpgrade } from "./origin.ts";
import { isApiPath } from "./path.ts";
import { clientAddress } from "./peer.ts";
import { sessionCookie } from "./session.ts";
import type { State } from "./state.ts";
import { veiled } from "./veiled.ts";

/** Before every route: who asks, from where, in which language, and whether their browser meant to. */
export async function requestContext(ctx: Context<State>): Promise<Response> {
  const { req, state } = ctx;
  const peer = ctx.info.remoteAddr;
  state.ip = clientAddress(req.headers, "hostname" in peer ? peer.hostname : "", state.app.config);
  state.actor = state.visitor = null;
  applyIdentity(ctx, null);
  let identity: Identity | null = null;
  let response: Response;
  try {
    identity = await identify(ctx);
    applyIdentity(ctx, identity);
    checkOrigin(req, identity?.via ?? null, state.app.config);
    await admitSite(ctx);
    response = await veiled(await ctx.next(), state);
  } catch (error) {
    // Pages have their own way to say it.
    if (!isApiPath(ctx.url.pathname)) throw error;
    response = errorResponse(error, { ...state, log: state.app.log });
  }
  return renewCookie(ctx, identity, response);
}

/** The proofs of a request. Tickets are for sockets alone: elsewhere a URL would sign people in. */
async function identify(ctx: Context<State>): Promise<Identity | null> {
  const { req: { headers }, url } = ctx;
  const bearer = /^Bearer +(.*)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer === "") throw new AppError("token_invalid");
  const ticket = isUpgrade(ctx.req) ? url.searchParams.get("ticket") : null;
  const { accounts, visitors } = ctx.state.app;
  // Pictures in a page are fetched without a header.
  const files = url.pathname.startsWith("/files/") ? url.searchParams.get("k") : null;
  const visitor = await visitors.identify({ bearer, ticket, files }).catch((error) => {
    // What is left of the visit before is no reason not to begin one.
    if (!beginsVisit(ctx.req, url) || !(error instanceof AppError)) throw error;
    return "over" as const;
  });
  if (visitor === "over") return null;
  if (visitor === null) {
    return await accounts.identify({ bearer, ticket, cookie: readCookie(headers, SESSION_COOKIE) });
  }
  // A picture in a page is fetched without a word about the page. Where a key names the site, it decides.
  const is_named = visitor.via === "files" || isForSites(url.pathname);
  if (!is_named) requireListed(ctx, visitor);
  return visitor;
}

function applyIdentity({ req: { headers }, state }: Context<State>, identity: Identity | null): void {
  const actor = identity?.actor ?? null;
  state.actor = actor?.kind === "guest" ? null : actor;
  state.visitor = actor?.kind === "guest" ? actor : null;
  state.locale = localeOf(headers, identity);
  state.theme = themeOf(headers, identity);
  state.time_zone = identity?.time_zone ?? null;
}

/** Sends the session cookie again, so that the browser keeps it as long as the session lives. */
function renewCookie(ctx: Context<State>, identity: Identity | null, response: Response): Response {
  const token = identity?.renew ? readCookie(ctx.req.headers, SESSION_COOKIE) : null;
  // Signing in or out in this very request has the last word.
  const signs = response.headers.getSetCookie().some((text) => text.startsWith(`${SESSION_COOKIE}=`));
  if (token === null || signs || response.status === 101) return response;
  const renewed = mutable(response);
  renewed.headers.append("set-cookie", sessionCookie(ctx, token));
  return renewed;
}
