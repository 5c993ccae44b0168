import { z } from "zod";
import { Conversation } from "@/lib/protocol/entities.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { CreateRoom } from "@/lib/protocol/rooms.ts";
import { keyOf, readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The groups one is in, newest activity first. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.groups.list(requireActor(ctx)));
  },

  /** Opens a group that one owns. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const body = await readJson(ctx.req, CreateRoom);
    const client_id = body.client_id ?? keyOf(ctx.req);
    app.requirePace(actor);
    return Response.json(await app.chat.groups.create(actor, { ...body, client_id }), { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Lists the groups one is in, newest activity first",
    answers: { 200: z.array(Conversation) },
  },
  POST: {
    summary: "Opens a group that one owns",
    description:
      "With all who are named, or not at all: one who is no member of the workspace, or banned, is 404. A group has " +
      "room for 1,000 people. The same `client_id` or `Idempotency-Key` again gives the first group.",
    body: CreateRoom,
    answers: { 201: Conversation },
    errors: ["name_empty", "name_too_long", "not_found", "group_full", "muted", "conflict", "rate_limited"],
  },
});
