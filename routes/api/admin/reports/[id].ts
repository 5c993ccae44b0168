import { HandleReport } from "@/lib/protocol/bodies.ts";
import { readId, readJson } from "@/lib/web/body.ts";
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
