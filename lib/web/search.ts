import type { Context } from "fresh";
import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { SEARCH_MAX } from "@/lib/protocol/search.ts";
import type { SearchQuery, SearchResults } from "@/lib/protocol/search.ts";
import { addressOf } from "./conversations.ts";
import type { State } from "./state.ts";

/**
 * One page of a search, for a route of the API or a page.
 * @throws {AppError} `rate_limited`, `search_empty`, `search_too_long`, `not_found`
 */
export async function searchPage(
  ctx: Context<State>,
  actor: Actor,
  query: SearchQuery,
): Promise<SearchResults> {
  const { app } = ctx.state;
  if (query.q.length > SEARCH_MAX) throw new AppError("search_too_long", { max: SEARCH_MAX }, "q");
  app.requireSearchPace(actor);
  const { results, more } = await app.chat.search.find(actor, {
    text: query.q,
    author_id: query.from,
    conversation_id: query.conversation_id,
    from: query.after,
    until: query.before,
    has: query.has ?? [],
    source: query.source,
    before_id: query.cursor,
    limit: query.limit,
  });
  const last = results.at(-1);
  return { results, next: more && last ? addressOf(ctx, { cursor: last.id }) : null };
}
