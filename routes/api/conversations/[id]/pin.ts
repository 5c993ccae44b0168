import { ListPin } from "@/lib/protocol/answers.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import type { Context } from "fresh";
import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

/** Whether a conversation stands on top of one's own list: one's own matter. */
export const handler = define.handlers({
  PUT: (ctx) => set(ctx, true),
  DELETE: (ctx) => set(ctx, false),
});

async function set(ctx: Context<State>, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  app.requirePace(actor);
  return Response.json(await app.chat.settings.pin(actor, readId(ctx.params.id), on));
}

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Keeps a conversation on top of one’s own list",
    answers: { 200: ListPin },
    errors: ["rate_limited"],
  },
  DELETE: {
    summary: "Lets a conversation go from the top of one’s own list",
    answers: { 200: ListPin },
    errors: ["rate_limited"],
  },
});
