import { Conversation } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { conversations } = ctx.state.app.chat;
    return Response.json(await conversations.get(requireActor(ctx), readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "One conversation",
    answers: { 200: Conversation },
  },
});
