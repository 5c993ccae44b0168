import { sessionCookie } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    if (ctx.state.actor) await ctx.state.app.accounts.logout(ctx.state.actor);
    return new Response(null, { status: 204, headers: { "set-cookie": sessionCookie(ctx, "") } });
  },
});
