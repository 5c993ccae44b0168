import { Refresh, SignedIn } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { refresh_token } = await readJson(ctx.req, Refresh);
    return Response.json(await ctx.state.app.accounts.refresh(refresh_token, clientOf(ctx)));
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Gives new tokens for a refresh token",
    description:
      "A refresh token is good once: using it again ends its session. A request that is repeated under the " +
      "same `Idempotency-Key` gets the first answer again.",
    access: "anyone",
    body: Refresh,
    answers: { 200: SignedIn },
    errors: ["rate_limited"],
  },
});
