import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async DELETE(ctx) {
    await ctx.state.app.accounts.revokeSession(requireActor(ctx), readId(ctx.params.id));
    return new Response(null, { status: 204 });
  },
});
