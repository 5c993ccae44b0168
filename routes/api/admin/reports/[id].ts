import { HandleReport } from "@/lib/protocol/bodies.ts";
import { Report } from "@/lib/protocol/entities.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async PATCH(ctx) {
    const actor = requireActor(ctx);
    const { status } = await readJson(ctx.req, HandleReport);
    const { reports } = ctx.state.app.chat;
    return Response.json(await reports.handle(actor, readId(ctx.params.id), status, clientOf(ctx).ip));
  },
});

export const docs = describe<typeof handler>({
  PATCH: {
    summary: "Settles a report, or opens it again",
    access: "staff",
    body: HandleReport,
    answers: { 200: Report },
    errors: ["conflict"],
  },
});
