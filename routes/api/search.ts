import { SearchQuery, SearchResults } from "@/lib/protocol/search.ts";
import { readQuery } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { searchPage } from "@/lib/web/search.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** Messages the asker may read, by words and filters, newest first. */
  async GET(ctx) {
    const actor = requireActor(ctx);
    return Response.json(await searchPage(ctx, actor, readQuery(ctx.url, SearchQuery)));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "Finds messages by their words, newest first",
    description:
      "Each word of `q` is the beginning of a word in the text or in the name of a file, in any spelling, accent and " +
      "digits; what stands in quotes is found as it stands. `q` may be left out where `from`, `has` or `source` " +
      "narrows the search. What is sent is found within half a second.",
    query: SearchQuery,
    answers: { 200: SearchResults },
    errors: ["search_empty", "search_too_long", "not_found", "rate_limited"],
  },
});
