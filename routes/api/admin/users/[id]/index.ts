import { ManageUser } from "@/lib/protocol/accounts.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const actor = requireActor(ctx);
    return Response.json(await ctx.state.app.accounts.getManaged(actor, readId(ctx.params.id)));
  },
  async PATCH(ctx) {
    const actor = requireActor(ctx);
    const input = await readJson(ctx.req, ManageUser);
    const { accounts } = ctx.state.app;
    return Response.json(await accounts.manageUser(actor, readId(ctx.params.id), input, clientOf(ctx)));
  },
});
