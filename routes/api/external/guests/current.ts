import { requireVisitor } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Signs the visitor out who asks. */
  async DELETE(ctx) {
    await ctx.state.app.guests.end(requireVisitor(ctx));
    return new Response(null, { status: 204 });
  },
});

export const docs = describe<typeof handler>({
  DELETE: {
    summary: "Signs a visitor out, on all devices",
    description:
      "For whoever signs out of the site. Their `guest_id`, their tokens and tickets are worth nothing from then on, and " +
      "their sockets are closed, whoever holds them. Nothing leads an unknown visitor back to what they wrote, which " +
      "stays with those who answer; whom the site’s server vouches for is with another `identity` who they were.",
    access: "guest",
    answers: { 204: null },
  },
});
