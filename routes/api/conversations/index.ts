import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The caller's own direct, group and team conversations, newest activity first. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.conversations.list(requireActor(ctx)));
  },
});
