import { sessionCookie } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** The form of the menu, which works without scripts. */
export const handler = define.handlers({
  async POST(ctx) {
    if (ctx.state.actor) await ctx.state.app.accounts.logout(ctx.state.actor);
    const headers = { "location": "/login", "set-cookie": sessionCookie(ctx, "") };
    return new Response(null, { status: 303, headers });
  },
});
