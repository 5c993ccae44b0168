import type { Context } from "fresh";
import { SESSION_MS } from "@/lib/accounts/sessions.ts";
import type { Client } from "@/lib/accounts/context.ts";
import type { SignIn } from "@/lib/accounts/accounts.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { cookie, SESSION_COOKIE } from "./cookies.ts";
import { isOwnRequest } from "./origin.ts";
import { publicOrigin } from "./peer.ts";
import type { State } from "./state.ts";

/** The member who asks. @throws {AppError} `unauthenticated`, also for visitors of sites */
export function requireActor({ state: { actor } }: Context<State>): Actor {
  if (actor === null) throw new AppError("unauthenticated");
  return actor;
}

/** Who asks, whether a member or a visitor of a site. @throws {AppError} `unauthenticated` */
export function requireSomebody({ state: { actor, visitor } }: Context<State>): Actor {
  const somebody = actor ?? visitor;
  if (somebody === null) throw new AppError("unauthenticated");
  return somebody;
}

/** Where the request comes from, for limits and the list of sessions. */
export function clientOf({ req, state: { ip } }: Context<State>): Client {
  return { ip, user_agent: req.headers.get("user-agent") ?? "" };
}

/** `Set-Cookie` that signs this browser in, or with an empty token out. */
export function sessionCookie(ctx: Context<State>, token: string): string {
  const max_age = token === "" ? 0 : SESSION_MS / 1000;
  return cookie(SESSION_COOKIE, token, { max_age, secure: isSecure(ctx), http_only: true });
}

/** Whether the browser reaches us over https. */
export function isSecure({ req, state: { app } }: Context<State>): boolean {
  return publicOrigin(req, app.config).startsWith("https:");
}

/**
 * Answers a sign-in with the tokens, and the cookie for our own pages: another site's page must not sign a
 * browser in (a cookie of somebody else's account would collect what the person then writes).
 */
export function signInResponse(
  ctx: Context<State>,
  { answer, cookie: token }: SignIn,
  status = 200,
): Response {
  const headers = new Headers({ "cache-control": "no-store" });
  if (token !== null && isOwnRequest(ctx.req, ctx.state.app.config)) {
    headers.append("set-cookie", sessionCookie(ctx, token));
  }
  return Response.json(answer, { status, headers });
}
