import { ResetPassword } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await ctx.state.app.accounts.resetPassword(await readJson(ctx.req, ResetPassword), clientOf(ctx));
    return new Response(null, { status: 204 });
  },
});
