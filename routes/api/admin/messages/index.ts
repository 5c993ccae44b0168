import { AdminMessagePage, AdminMessagesQuery } from "@/lib/protocol/sites.ts";
import { readQuery } from "@/lib/web/body.ts";
import { addressOf } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Messages of the whole workspace, newest first. */
  async GET(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    const query = readQuery(ctx.url, AdminMessagesQuery);
    if (query.q) app.requireSearchPace(actor);
    const { messages: results, more } = await app.chat.oversight.list(actor, query);
    const last = results.at(-1);
    return Response.json({ results, next: more && last ? addressOf(ctx, { before: last.id }) : null });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Messages of the whole workspace, newest first",
    description:
      "`source=external` are those of visitors of external sites, `app` all others; `site` those of one. With `q` those " +
      "that have its words, as the search finds them. They are deleted by `DELETE /api/messages/{id}`.",
    access: "staff",
    query: AdminMessagesQuery,
    answers: { 200: AdminMessagePage },
    errors: ["search_too_long", "rate_limited"],
  },
});
