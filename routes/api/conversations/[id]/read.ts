import { MarkRead } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Moves one's reading mark forward. */
  async POST(ctx) {
    const actor = requireActor(ctx);
    const { seq } = await readJson(ctx.req, MarkRead);
    const read_seq = await ctx.state.app.chat.reads.mark(actor, readId(ctx.params.id), seq);
    return Response.json({ seq: read_seq });
  },
});
