import { OpenedTicket, OpenTicket } from "@/lib/protocol/sites.ts";
import { readJson } from "@/lib/web/body.ts";
import { requireVisitor } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { VISITOR_VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The visitor's open ticket, begun if there is none. */
  async POST(ctx) {
    const { app } = ctx.state;
    const visitor = requireVisitor(ctx);
    const { subject } = await readJson(ctx.req, OpenTicket);
    app.requirePace(visitor);
    return Response.json(await app.tickets.open(visitor, subject), { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "The visitor’s open ticket, begun if there is none",
    description: "For sites in mode `support`. Asked again it is the same one, until it is closed.",
    access: "guest",
    body: OpenTicket,
    answers: { 201: OpenedTicket },
    errors: ["not_found", ...VISITOR_VOICE_ERRORS, "rate_limited"],
  },
});
