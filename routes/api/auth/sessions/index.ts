import { z } from "zod";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { Session } from "@/lib/protocol/accounts.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.accounts.listSessions(requireActor(ctx)));
  },
  /** Ends all but this one. */
  async DELETE(ctx) {
    await ctx.state.app.accounts.revokeOtherSessions(requireActor(ctx));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Lists one’s own sessions",
    answers: { 200: z.array(Session) },
  },
  DELETE: {
    summary: "Ends all of one’s sessions but this one",
    answers: { 204: null },
  },
});
