import { ResetPassword } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    await ctx.state.app.accounts.resetPassword(await readJson(ctx.req, ResetPassword), clientOf(ctx));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Sets a new password by the token of a reset link",
    description: "Ends all sessions.",
    access: "anyone",
    body: ResetPassword,
    answers: { 204: null },
    errors: ["reset_link_invalid", "password_too_short", "password_too_long", "rate_limited"],
  },
});
