import { Profile } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.accounts.me(requireActor(ctx)));
  },
  async PATCH(ctx) {
    const { accounts, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    const changes = await readJson(ctx.req, Profile);
    requirePace(actor);
    return Response.json(await accounts.updateProfile(actor, changes));
  },
});
