import { Register, SignedIn } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { ACCOUNT_ERRORS } from "@/lib/web/reference/shared.ts";
import { clientOf, signInResponse } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const input = await readJson(ctx.req, Register);
    return signInResponse(ctx, await ctx.state.app.accounts.register(input, clientOf(ctx)), 201);
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Makes an account and signs it in",
    description:
      "`username` is made from the e-mail when it is left out; `name` is split when `first_name` and " +
      "`last_name` are. A browser on our own pages gets a session cookie besides.",
    access: "anyone",
    body: Register,
    answers: { 201: SignedIn },
    errors: [
      "email_taken",
      "username_taken",
      "registration_closed",
      "not_found",
      "rate_limited",
      ...ACCOUNT_ERRORS,
    ],
  },
});
