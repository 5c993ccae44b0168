import { ManagedUser, ManageUser } from "@/lib/protocol/accounts.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
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

export const docs = describe<typeof handler>({
  GET: {
    summary: "One member as admins see them",
    access: "staff",
    answers: { 200: ManagedUser },
  },
  PATCH: {
    summary: "Changes a member’s role, bans or mutes them",
    description:
      "Owners may change everybody, admins agents and members, and make no equals. Nobody bans or mutes " +
      "themselves, and an owner always remains. Null times lift.",
    access: "staff",
    body: ManageUser,
    answers: { 200: ManagedUser },
    errors: ["last_owner", "conflict"],
  },
});
