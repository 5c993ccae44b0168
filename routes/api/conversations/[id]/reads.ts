import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** How far each participant has read, in the order in which they joined. */
  async GET(ctx) {
    const results = await ctx.state.app.chat.reads.list(requireActor(ctx), readId(ctx.params.id));
    return Response.json({ results });
  },
});
