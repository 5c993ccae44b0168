import { pathFor } from "@/lib/web/chat_moment.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Sending files without scripts: a form of its own, since the one for texts carries texts alone. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    const { conversation } = await app.uploads.sendMessage(actor, ctx.req, null);
    return ctx.redirect(await pathFor(ctx, conversation), 303);
  },
});
