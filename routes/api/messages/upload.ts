import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Sends files, with or without text, as one message: into the global room unless told otherwise. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    const message = await app.uploads.sendMessage(actor, ctx.req, ctx.req.headers.get("idempotency-key"));
    return Response.json(message, { status: 201 });
  },
});
