import { Ticket } from "@/lib/protocol/accounts.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    return Response.json(await ctx.state.app.accounts.issueTicket(requireSomebody(ctx)));
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Gives a ticket that opens one socket",
    description: "For sockets that can send neither cookie nor header: good once, as `?ticket=`.",
    access: "somebody",
    answers: { 200: Ticket },
    errors: ["rate_limited"],
  },
});
