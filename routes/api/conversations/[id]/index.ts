import { Conversation } from "@/lib/protocol/entities.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const { conversations } = ctx.state.app.chat;
    return Response.json(await conversations.get(requireSomebody(ctx), readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "One conversation",
    access: "somebody",
    answers: { 200: Conversation },
  },
});
