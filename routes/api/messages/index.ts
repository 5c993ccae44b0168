import { z } from "zod";
import { SendMessage } from "@/lib/protocol/bodies.ts";
import { ClientId } from "@/lib/protocol/content.ts";
import { readJson } from "@/lib/web/body.ts";
import { historyPage } from "@/lib/web/conversations.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The global room's history. */
  async GET(ctx) {
    const { conversations } = ctx.state.app.chat;
    return Response.json(await historyPage(ctx, await conversations.globalId(requireActor(ctx))));
  },

  /** Sends to a person, to a conversation, or with neither to the global room. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const body = await readJson(ctx.req, SendMessage);
    // A repeated request may carry its name in the header instead of the body, to the same effect.
    const client_id = body.client_id ?? keyOf(ctx.req.headers.get("idempotency-key"));
    app.requirePace(actor);
    const { conversations, messages } = app.chat;
    const conversation_id = body.conversation_id ??
      (body.recipient_id === undefined
        ? await conversations.globalId(actor)
        : await conversations.openDirect(actor, body.recipient_id));
    const message = await messages.send(actor, { ...body, conversation_id, client_id });
    return Response.json(message, { status: 201 });
  },
});

const Key = z.object({ "Idempotency-Key": ClientId });

/** @throws ZodError naming the header */
function keyOf(text: string | null): string | undefined {
  return text === null ? undefined : Key.parse({ "Idempotency-Key": text })["Idempotency-Key"];
}
