import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Adds a file to one's own message. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const place = { conversation_id: readId(ctx.params.id), message_id: readId(ctx.params.mid) };
    app.requirePace(actor);
    const key = ctx.req.headers.get("idempotency-key");
    return Response.json(await app.uploads.addAttachment(actor, place, ctx.req, key), { status: 201 });
  },
});
