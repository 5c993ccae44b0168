import type { Context } from "fresh";
import type { Identity } from "@/lib/accounts/sessions.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readCookie, SESSION_COOKIE } from "./cookies.ts";
import { errorResponse } from "./errors.ts";
import { localeOf, themeOf } from "./locale.ts";
import { checkOrigin, isUpgrade } from "./origin.ts";
import { isApiPath } from "./path.ts";
import { clientAddress } from "./peer.ts";
import { sessionCookie } from "./session.ts";
import type { State } from "./state.ts";

/** Around every request: who asks, from where, in which language; and the headers every answer wears. */
export async function requestContext(ctx: Context<State>): Promise<Response> {
  const { req, state } = ctx;
  const peer = ctx.info.remoteAddr;
  state.request_id = crypto.randomUUID().slice(0, 13);
  state.ip = clientAddress(req.headers, "hostname" in peer ? peer.hostname : "", state.app.config);
  state.actor = null;
  applyIdentity(ctx, null);
  let identity: Identity | null = null;
  let response: Response;
  try {
    identity = await identify(ctx);
    applyIdentity(ctx, identity);
    checkOrigin(req, identity?.via ?? null, state.app.config);
    response = await ctx.next();
  } catch (error) {
    // Pages have their own way to say it.
    if (!isApiPath(ctx.url.pathname)) throw error;
    response = errorResponse(error, { ...state, log: state.app.log });
  }
  return dress(ctx, response, identity);
}

/** The proofs of a request. Tickets are for sockets alone: elsewhere a URL would sign people in. */
async function identify(ctx: Context<State>): Promise<Identity | null> {
  const { req: { headers }, url } = ctx;
  const bearer = /^Bearer +(.*)$/i.exec(headers.get("authorization") ?? "")?.[1];
  if (bearer === "") throw new AppError("token_invalid");
  const ticket = isUpgrade(ctx.req) ? url.searchParams.get("ticket") : null;
  return await ctx.state.app.accounts.identify({
    bearer,
    ticket,
    cookie: readCookie(headers, SESSION_COOKIE),
  });
}

function applyIdentity({ req: { headers }, state }: Context<State>, identity: Identity | null): void {
  state.actor = identity?.actor ?? null;
  state.locale = localeOf(headers, identity);
  state.theme = themeOf(headers, identity);
}

function dress(ctx: Context<State>, response: Response, identity: Identity | null): Response {
  // The answer to an upgrade is the runtime's own and must go back as it came.
  if (response.status === 101) return response;
  const dressed = mutable(response);
  const set = (name: string, value: string) => dressed.headers.has(name) || dressed.headers.set(name, value);
  set("x-request-id", ctx.state.request_id);
  set("x-content-type-options", "nosniff");
  set("referrer-policy", "same-origin");
  set("cross-origin-opener-policy", "same-origin");
  set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  // What is answered here is somebody's own; files that may be kept say so themselves.
  set("cache-control", isApiPath(ctx.url.pathname) ? "no-store" : "private, no-cache");
  const token = identity?.renew ? readCookie(ctx.req.headers, SESSION_COOKIE) : null;
  // Signing out in this very request has the last word.
  const signs = dressed.headers.getSetCookie().some((text) => text.startsWith(`${SESSION_COOKIE}=`));
  if (token !== null && !signs) dressed.headers.append("set-cookie", sessionCookie(ctx, token));
  return dressed;
}

/** Redirects and fetched responses have headers that cannot be changed. */
function mutable(response: Response): Response {
  try {
    response.headers.delete("x-powered-by");
    return response;
  } catch {
    return new Response(response.body, response);
  }
}
