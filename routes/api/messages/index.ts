import { MessagePage } from "@/lib/protocol/answers.ts";
import { HistoryQuery, SendMessage } from "@/lib/protocol/bodies.ts";
import { Message } from "@/lib/protocol/entities.ts";
import { keyOf, readJson } from "@/lib/web/body.ts";
import { historyPage } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { HISTORY_PAGES, VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The global room's history. */
  async GET(ctx) {
    const { conversations } = ctx.state.app.chat;
    return Response.json(await historyPage(ctx, await conversations.globalId(requireSomebody(ctx))));
  },

  /** Sends to a person, to a conversation, or with neither to the global room. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireSomebody(ctx);
    const body = await readJson(ctx.req, SendMessage);
    // A repeated request may carry its name in the header instead of the body, to the same effect.
    const client_id = body.client_id ?? keyOf(ctx.req);
    await app.requireSendPace("messages", actor, ctx.state.ip);
    const { conversations, messages } = app.chat;
    const conversation_id = body.conversation_id ??
      (body.recipient_id === undefined
        ? await conversations.globalId(actor)
        : await conversations.openDirect(actor, body.recipient_id));
    const message = await messages.send(actor, { ...body, conversation_id, client_id });
    return Response.json(message, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The global room’s history, newest first",
    description: HISTORY_PAGES,
    access: "somebody",
    query: HistoryQuery,
    answers: { 200: MessagePage },
    errors: ["not_found"],
  },
  POST: {
    summary: "Sends a message",
    description:
      "To a conversation, to a person (into the conversation with them, or a new one), or with neither into " +
      "the global room. The same `client_id` or `Idempotency-Key` again gives the first message and creates nothing. " +
      "It is answered once the message is on disk.",
    access: "somebody",
    body: SendMessage,
    answers: { 201: Message },
    errors: [
      "content_empty",
      "content_too_long",
      "not_found",
      ...VOICE_ERRORS,
      "conflict",
      "rate_limited",
    ],
  },
});
