import { Conversation } from "@/lib/protocol/entities.ts";
import { RoomMembersPage } from "@/lib/protocol/answers.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { AddMembers, MembersQuery } from "@/lib/protocol/rooms.ts";
import { keyOf, readId, readJson, readQuery } from "@/lib/web/body.ts";
import { membersPage } from "@/lib/web/members.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The people of a group, with presence: its owner, its admins, all others, each by name. */
  async GET(ctx) {
    return Response.json(await membersPage(ctx, readId(ctx.params.id), readQuery(ctx.url, MembersQuery)));
  },

  /** Adds people, by those who run it. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const user_ids = await readJson(ctx.req, AddMembers);
    const key = keyOf(ctx.req);
    app.requirePace(actor);
    const room = await app.chat.members.add(actor, readId(ctx.params.id), user_ids, key);
    return Response.json(room, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Lists the people of a group, with presence",
    description: "Its owner, its admins, all others, each by name. `q` is looked for in names and usernames.",
    query: MembersQuery,
    answers: { 200: RoomMembersPage },
  },
  POST: {
    summary: "Adds people to a group",
    description:
      "For its owner, its admins, and admins of the workspace. Those who are in it already stay as they are; where " +
      "one is no member of the workspace, or banned, nobody is added.",
    body: AddMembers,
    answers: { 201: Conversation },
    errors: ["forbidden", "muted", "group_full", "conflict", "rate_limited"],
  },
});
