import { Created } from "@/lib/protocol/answers.ts";
import { ReportMessage } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** 201 the first time, 200 when the same person has reported it before. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const report = await readJson(ctx.req, ReportMessage);
    app.requirePace(actor);
    const { id, is_new } = await app.chat.reports.file(actor, readId(ctx.params.id), report);
    return Response.json({ id }, { status: is_new ? 201 : 200 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Reports a message to the admins",
    body: ReportMessage,
    answers: { 201: Created, 200: { says: "One had reported it before; that report’s id.", body: Created } },
    errors: ["forbidden", "rate_limited"],
  },
});
