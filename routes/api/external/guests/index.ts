import { GuestSession, StartGuest } from "@/lib/protocol/sites.ts";
import { readJson } from "@/lib/web/body.ts";
import { callOf, countedAddress } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Begins a visit. */
  async POST(ctx) {
    const { site } = callOf(ctx);
    const { app, visitor } = ctx.state;
    const input = await readJson(ctx.req, StartGuest);
    const session = await app.guests.start(site, input, countedAddress(ctx), visitor);
    return Response.json(session, { status: 201, headers: { "cache-control": "no-store" } });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Begins the visit of somebody without an account",
    description:
      "With the site’s public key as `Site-Key`. Whoever has a `guest_id` of this site comes back as who they were; an " +
      "unknown one is replaced. With `identity` the site’s own server says who it is, on whatever device. An " +
      "`Idempotency-Key` counts for nothing from who is not known yet: two behind one address are two.",
    access: "site",
    body: StartGuest,
    answers: { 201: GuestSession },
    errors: ["identity_invalid", "name_taken", "rate_limited"],
  },
});
