import { z } from "zod";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Replaced } from "@/lib/protocol/entities.ts";

export const handler = define.handlers({
  /** For admins: what it said before its edits and its deletion, newest first. */
  async GET(ctx) {
    const { revisions } = ctx.state.app.chat;
    return Response.json(await revisions.list(requireActor(ctx), readId(ctx.params.id)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "What a message said before its edits and its deletion, newest first",
    access: "staff",
    answers: { 200: z.array(Replaced) },
  },
});
