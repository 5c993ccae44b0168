import { SearchQuery } from "@/lib/protocol/search.ts";
import { readQuery } from "@/lib/web/body.ts";
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
