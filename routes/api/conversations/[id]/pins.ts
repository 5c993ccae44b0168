import { z } from "zod";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Message } from "@/lib/protocol/entities.ts";

export const handler = define.handlers({
  /** The pinned messages, the newest pin first. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.chat.pins.list(requireActor(ctx), readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The pinned messages, the newest pin first",
    answers: { 200: z.array(Message) },
  },
});
