import { Conversation } from "@/lib/protocol/entities.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { ChangeRoom } from "@/lib/protocol/rooms.ts";
import { readId, readJson } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.groups.get(requireActor(ctx), readId(ctx.params.id)));
  },

  /** Another name or topic, by those who run it. */
  async PATCH(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const changes = await readJson(ctx.req, ChangeRoom);
    app.requirePace(actor);
    return Response.json(await app.chat.groups.describe(actor, readId(ctx.params.id), changes));
  },

  /** Ends it for all, by who owns it. */
  async DELETE(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    await app.chat.groups.dissolve(actor, readId(ctx.params.id));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  GET: { summary: "One group, for who may read it", answers: { 200: Conversation } },
  PATCH: {
    summary: "Gives a group another name or topic",
    description: "For its owner, its admins, and admins of the workspace. What is left out stays as it is.",
    body: ChangeRoom,
    answers: { 200: Conversation },
    errors: [
      "forbidden",
      "muted",
      "name_empty",
      "name_too_long",
      "topic_too_long",
      "conflict",
      "rate_limited",
    ],
  },
  DELETE: {
    summary: "Ends a group for all who are in it",
    description: "For its owner, and admins of the workspace.",
    answers: { 204: null },
    errors: ["forbidden", "conflict", "rate_limited"],
  },
});
