import { GuestSession } from "@/lib/protocol/sites.ts";
import { callOf, requireVisitor } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Ends who they were: from now on they are somebody new. */
  async POST(ctx) {
    requireVisitor(ctx);
    const session = await ctx.state.app.guests.startAnew(callOf(ctx).site, {}, ctx.state.ip);
    return Response.json(session, { status: 201, headers: { "cache-control": "no-store" } });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Ends who a visitor was: from now on they are somebody new",
    description:
      "For whoever signs out of the site. The visit that is answered with takes the place of the one before, " +
      "whose Guest_ID the page is to forget: who still holds it is that visitor.",
    access: "guest",
    answers: { 201: GuestSession },
    errors: ["rate_limited"],
  },
});
