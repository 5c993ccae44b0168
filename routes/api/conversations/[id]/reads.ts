import { ReceiptList } from "@/lib/protocol/answers.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** How far each participant has read, in the order in which they joined. */
  async GET(ctx) {
    const results = await ctx.state.app.chat.reads.list(requireSomebody(ctx), readId(ctx.params.id));
    return Response.json({ results });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "How far each participant has read",
    description:
      "In direct, group and team conversations, in the order in which people joined; elsewhere 404. In a ticket it is who asks, " +
      "and of those who answer the one who has read furthest: who asks is read once one of them has.",
    access: "somebody",
    answers: { 200: ReceiptList },
  },
});
