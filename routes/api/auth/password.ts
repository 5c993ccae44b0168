import { ChangePassword } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const actor = requireActor(ctx);
    await ctx.state.app.accounts.changePassword(actor, await readJson(ctx.req, ChangePassword));
    return new Response(null, { status: 204 });
  },
});
