import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The pinned messages, the newest pin first. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.pins.list(requireActor(ctx), readId(ctx.params.id)));
  },
});
