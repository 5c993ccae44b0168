import type { Context } from "fresh";
import type { Opener } from "@/lib/realtime/mod.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";

/** Who opens a socket. @throws AppError `unauthenticated` */
export function openerOf(ctx: Context<State>): Opener {
  const { locale, ip } = ctx.state;
  return { actor: requireActor(ctx), locale, ip };
}
