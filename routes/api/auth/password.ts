import { ChangePassword } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const actor = requireActor(ctx);
    await ctx.state.app.accounts.changePassword(actor, await readJson(ctx.req, ChangePassword));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Changes one’s password",
    description: "Ends all other sessions.",
    body: ChangePassword,
    answers: { 204: null },
    errors: ["invalid_credentials", "password_too_short", "password_too_long", "rate_limited"],
  },
});
