import { OpenDirect } from "@/lib/protocol/bodies.ts";
import { readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The caller's own direct, group and team conversations, newest activity first. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.conversations.list(requireActor(ctx)));
  },

  /** The conversation with somebody, opened if the two never talked. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const { recipient_id } = await readJson(ctx.req, OpenDirect);
    app.requirePace(actor);
    const { conversations } = app.chat;
    const { id, is_new } = await conversations.direct(actor, recipient_id);
    return Response.json(await conversations.get(actor, id), { status: is_new ? 201 : 200 });
  },
});
