import { readId } from "@/lib/web/body.ts";
import { historyPage } from "@/lib/web/conversations.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    requireActor(ctx);
    return Response.json(await historyPage(ctx, readId(ctx.params.id)));
  },
});
