import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    return Response.json(await ctx.state.app.accounts.issueTicket(requireActor(ctx)));
  },
});
