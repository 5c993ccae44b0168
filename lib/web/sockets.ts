import type { Context } from "fresh";
import type { Opener } from "@/lib/realtime/mod.ts";
import { addressKey } from "./rate_limit.ts";
import { requireSomebody } from "./session.ts";
import type { State } from "./state.ts";

/** Who opens a socket. @throws AppError `unauthenticated`, `unavailable` */
export function openerOf(ctx: Context<State>): Opener {
  const { app, locale, time_zone, ip } = ctx.state;
  const actor = requireSomebody(ctx);
  app.admission.requireRoom();
  // Sockets are counted by sender: whoever has one IPv6 address has as many as they like.
  return { actor, locale, time_zone, ip: addressKey(ip) };
}
