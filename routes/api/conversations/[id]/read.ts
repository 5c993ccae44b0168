import { MarkRead } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Moves one's reading mark forward. */
  async POST(ctx) {
    const actor = requireSomebody(ctx);
    const { seq } = await readJson(ctx.req, MarkRead);
    const read_seq = await ctx.state.app.chat.reads.mark(actor, readId(ctx.params.id), seq);
    return Response.json({ seq: read_seq });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Says how far one has read",
    description: "It only moves forward; the answer is where it stands.",
    access: "somebody",
    body: MarkRead,
    answers: { 200: MarkRead },
  },
});
