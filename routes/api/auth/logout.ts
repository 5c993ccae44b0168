import { isOwnRequest } from "@/lib/web/origin.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { sessionCookie } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const { actor, app } = ctx.state;
    if (actor) await app.accounts.logout(actor);
    // Another site's page comes without our cookie, and is not to take it from the browser either.
    const headers: HeadersInit = isOwnRequest(ctx.req, app.config)
      ? { "set-cookie": sessionCookie(ctx, "") }
      : {};
    return new Response(null, { status: 204, headers });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Ends the session, with its tokens and sockets",
    access: "anyone",
    answers: { 204: null },
  },
});
