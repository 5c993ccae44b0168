import { Login } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { clientOf, signInResponse } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const input = await readJson(ctx.req, Login);
    return signInResponse(ctx, await ctx.state.app.accounts.login(input, clientOf(ctx)));
  },
});
