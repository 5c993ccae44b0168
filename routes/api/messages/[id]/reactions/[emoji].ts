import type { Context } from "fresh";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

/** `like`, `dislike` or an emoji on a message; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => set(ctx, true),
  DELETE: (ctx) => set(ctx, false),
});

async function set(ctx: Context<State>, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  const id = readId(ctx.params.id);
  const emoji = ReactionName.parse(ctx.params.emoji);
  app.requirePace(actor);
  return Response.json(await app.chat.reactions.set(actor, id, emoji, on));
}
