import { Profile } from "@/lib/protocol/accounts.ts";
import { readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.accounts.me(requireActor(ctx)));
  },
  async PATCH(ctx) {
    const actor = requireActor(ctx);
    return Response.json(await ctx.state.app.accounts.updateProfile(actor, await readJson(ctx.req, Profile)));
  },
});
