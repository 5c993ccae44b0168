import { ReportPage } from "@/lib/protocol/answers.ts";
import { ReportsQuery } from "@/lib/protocol/bodies.ts";
import { readQuery } from "@/lib/web/body.ts";
import { addressOf } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The queue of reported messages, newest first. */
  async GET(ctx) {
    const actor = requireActor(ctx);
    const query = readQuery(ctx.url, ReportsQuery);
    const { reports: results, more } = await ctx.state.app.chat.reports.list(actor, query);
    const last = results.at(-1);
    return Response.json({ results, next: more && last ? addressOf(ctx, { before: last.id }) : null });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The queue of reported messages, newest first",
    access: "staff",
    query: ReportsQuery,
    answers: { 200: ReportPage },
  },
});
