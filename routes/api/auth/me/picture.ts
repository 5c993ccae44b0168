import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Sets one's picture; the middle of it is kept, as a square. */
  async PUT(ctx) {
    const { accounts, uploads } = ctx.state.app;
    const actor = requireActor(ctx);
    await uploads.setPicture(actor, ctx.req);
    return Response.json(await accounts.me(actor));
  },

  async DELETE(ctx) {
    const { accounts, uploads, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    requirePace(actor);
    await uploads.removePicture(actor);
    return Response.json(await accounts.me(actor));
  },
});
