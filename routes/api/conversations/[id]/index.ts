import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { conversations } = ctx.state.app.chat;
    return Response.json(await conversations.get(requireActor(ctx), readId(ctx.params.id)));
  },
});
