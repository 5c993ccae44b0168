import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.accounts.listSessions(requireActor(ctx)));
  },
  /** Ends all but this one. */
  async DELETE(ctx) {
    await ctx.state.app.accounts.revokeOtherSessions(requireActor(ctx));
    return new Response(null, { status: 204 });
  },
});
