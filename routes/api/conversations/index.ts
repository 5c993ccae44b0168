import { z } from "zod";
import { ConversationPage } from "@/lib/protocol/answers.ts";
import { ConversationsQuery, OpenDirect } from "@/lib/protocol/bodies.ts";
import { readJson, readQuery } from "@/lib/web/body.ts";
import { workspacePage } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Conversation } from "@/lib/protocol/entities.ts";

export const handler = define.handlers({
  /** The caller's own direct, group and team conversations, newest activity first; for staff also all. */
  async GET(ctx) {
    const { all, ...page } = readQuery(ctx.url, ConversationsQuery);
    if (all) return Response.json(await workspacePage(ctx, page));
    return Response.json(await ctx.state.app.chat.conversations.list(requireActor(ctx)));
  },

  /** The conversation with somebody, opened if the two never talked. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const { recipient_id } = await readJson(ctx.req, OpenDirect);
    app.requirePace(actor);
    const { conversations } = app.chat;
    const { id, is_new } = await conversations.direct(actor, recipient_id);
    return Response.json(await conversations.get(actor, id), { status: is_new ? 201 : 200 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Lists one’s own direct, group and team conversations, newest activity first",
    description:
      "An array. For admins of the workspace, `?all=1` gives pages of all its conversations instead; for others it " +
      "is refused.",
    query: ConversationsQuery,
    answers: {
      200: {
        says: "One’s own; with `all` a page.",
        body: z.union([z.array(Conversation), ConversationPage]),
      },
    },
    errors: ["forbidden"],
  },
  POST: {
    summary: "Opens the conversation with somebody",
    description: "The one the two have, or a new one without a message in it.",
    body: OpenDirect,
    answers: { 201: Conversation, 200: { says: "The two had one.", body: Conversation } },
    errors: ["not_found", "rate_limited"],
  },
});
