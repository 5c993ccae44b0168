import { Refresh } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { clientOf } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { refresh_token } = await readJson(ctx.req, Refresh);
    return Response.json(await ctx.state.app.accounts.refresh(refresh_token, clientOf(ctx)));
  },
});
