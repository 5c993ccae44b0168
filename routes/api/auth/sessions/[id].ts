import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async DELETE(ctx) {
    await ctx.state.app.accounts.revokeSession(requireActor(ctx), readId(ctx.params.id));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  DELETE: {
    summary: "Ends one of one’s sessions, with its tokens and sockets",
    answers: { 204: null },
  },
});
