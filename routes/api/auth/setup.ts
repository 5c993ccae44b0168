import { Setup, SignedIn } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { ACCOUNT_ERRORS } from "@/lib/web/reference/shared.ts";
import { clientOf, signInResponse } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const input = await readJson(ctx.req, Setup);
    return signInResponse(ctx, await ctx.state.app.accounts.setup(input, clientOf(ctx)), 201);
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Makes the first admin by the token of the first-run link",
    description: "Once there is one, this is 404.",
    access: "anyone",
    body: Setup,
    answers: { 201: SignedIn },
    errors: ["not_found", "username_taken", "rate_limited", ...ACCOUNT_ERRORS],
  },
});
