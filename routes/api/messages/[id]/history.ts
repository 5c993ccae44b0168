import { readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** For admins: what it said before its edits and its deletion, newest first. */
  async GET(ctx) {
    const { revisions } = ctx.state.app.chat;
    return Response.json(await revisions.list(requireActor(ctx), readId(ctx.params.id)));
  },
});
