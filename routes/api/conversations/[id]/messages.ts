import { MessagePage } from "@/lib/protocol/answers.ts";
import { HistoryQuery } from "@/lib/protocol/bodies.ts";
import { readId } from "@/lib/web/body.ts";
import { historyPage } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { HISTORY_PAGES } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    requireSomebody(ctx);
    return Response.json(await historyPage(ctx, readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "A conversation’s history, newest first",
    description: HISTORY_PAGES,
    access: "somebody",
    query: HistoryQuery,
    answers: { 200: MessagePage },
  },
});
