import type { Context } from "fresh";
import { Message } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

/** For those who moderate the conversation; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => set(ctx, true),
  DELETE: (ctx) => set(ctx, false),
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Pins a message",
    description: "For those who moderate the conversation. At most 50 stay pinned.",
    answers: { 200: Message },
    errors: ["forbidden", "muted", "pins_full", "conflict", "rate_limited"],
  },
  DELETE: {
    summary: "Unpins a message",
    answers: { 200: Message },
    errors: ["forbidden", "muted", "conflict", "rate_limited"],
  },
});

async function set(ctx: Context<State>, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  app.requirePace(actor);
  return Response.json(await app.chat.pins.set(actor, readId(ctx.params.id), on));
}
