import { ResetLink } from "@/lib/protocol/accounts.ts";
import { readId } from "@/lib/web/body.ts";
import { publicOrigin } from "@/lib/web/peer.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { accounts, config } = ctx.state.app;
    const id = readId(ctx.params.id);
    const { path, expires_at } = await accounts.createResetLink(requireActor(ctx), id, clientOf(ctx));
    return Response.json({ url: publicOrigin(ctx.req, config) + path, expires_at }, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Makes a link by which a member sets a new password",
    description:
      "Good for a day and once. Whoever makes it must stand above them in every workspace they belong to.",
    access: "staff",
    answers: { 201: ResetLink },
  },
});
