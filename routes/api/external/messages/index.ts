import { MessagePage } from "@/lib/protocol/answers.ts";
import { HistoryQuery } from "@/lib/protocol/bodies.ts";
import { Message } from "@/lib/protocol/entities.ts";
import { SendExternal } from "@/lib/protocol/sites.ts";
import { keyOf, readJson } from "@/lib/web/body.ts";
import { countedAddress, requireVisitor } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { VISITOR_VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { define } from "@/lib/web/state.ts";
import { siteMessages } from "@/lib/web/transcript.ts";

export const handler = define.handlers({
  GET: async (ctx) => Response.json(await siteMessages(ctx)),

  /** A visitor writes where their site leads them. */
  async POST(ctx) {
    const { app } = ctx.state;
    const visitor = requireVisitor(ctx);
    const body = await readJson(ctx.req, SendExternal);
    await app.requireSendPace("messages", visitor, countedAddress(ctx));
    const conversation_id = await app.tickets.placeFor(visitor);
    const client_id = body.client_id ?? keyOf(ctx.req);
    const message = await app.chat.messages.send(visitor, { ...body, conversation_id, client_id });
    return Response.json(message, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Messages of a site, newest first",
    description:
      "With a visitor’s token those of their conversation. With the public key alone those of the room that the site leads " +
      "all its visitors to; in mode `support` there is none. With the secret key and without `Origin` all that was said " +
      "through the site: by its visitors, and by anybody in its own room and tickets; pages of those go by `before` and " +
      "`after` a message id, as `next` and `previous` do.",
    access: "site",
    query: HistoryQuery,
    answers: { 200: MessagePage },
    errors: ["unauthenticated", "not_found"],
  },
  POST: {
    summary: "Sends a message of a visitor",
    description:
      "Into the site’s room or, in mode `support`, into the visitor’s ticket, which begins with it. The same `client_id` or " +
      "`Idempotency-Key` again gives the first message and creates nothing.",
    access: "guest",
    body: SendExternal,
    answers: { 201: Message },
    errors: [
      ...["content_empty", "content_too_long", "not_found"] as const,
      ...VISITOR_VOICE_ERRORS,
      ...["conflict", "rate_limited"] as const,
    ],
  },
});
