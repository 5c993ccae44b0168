import { RoomMember } from "@/lib/protocol/entities.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { ChangeMember } from "@/lib/protocol/rooms.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { toRoomMember } from "@/lib/web/members.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Gives somebody another role, by who owns the group; `owner` hands it over. */
  async PATCH(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const { role } = await readJson(ctx.req, ChangeMember);
    app.requirePace(actor);
    const member = await app.chat.members.setRole(
      actor,
      readId(ctx.params.id),
      readId(ctx.params.user_id),
      role,
    );
    return Response.json(toRoomMember(app, actor, member));
  },

  /** Takes somebody out, by those above them; one's own id leaves. */
  async DELETE(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    await app.chat.members.remove(actor, readId(ctx.params.id), readId(ctx.params.user_id));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  PATCH: {
    summary: "Gives somebody in a group another role",
    description:
      "For its owner, and admins of the workspace. `owner` hands it over: who owned it is an admin then.",
    body: ChangeMember,
    answers: { 200: RoomMember },
    errors: ["forbidden", "owner_needed", "conflict", "rate_limited"],
  },
  DELETE: {
    summary: "Takes somebody out of a group, or leaves it",
    description:
      "One’s own id leaves. Its owner may remove all others, its admins members, admins of the workspace anybody. " +
      "Where the owner goes, the longest admin owns it, else the longest member.",
    answers: { 204: null },
    errors: ["forbidden", "conflict", "rate_limited"],
  },
});
