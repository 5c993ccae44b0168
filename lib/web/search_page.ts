import type { Context } from "fresh";
import { defaultCalendar } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { ErrorCode } from "@/lib/protocol/errors.ts";
import { SearchQuery } from "@/lib/protocol/search.ts";
import type { SearchResults } from "@/lib/protocol/search.ts";
import { readQuery } from "./body.ts";
import { searchPage } from "./search.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";
import { zoneFor } from "./zone.ts";

/** Refusals that are no more than an empty page with a sentence. */
const SAID: readonly ErrorCode[] = ["search_empty", "search_too_long", "rate_limited"];

export interface SearchPageData {
  readonly text: string;
  /** Null where nothing was asked. */
  readonly found: SearchResults | null;
  readonly refusal: AppError | null;
  readonly me_id: number;
  readonly dates: DateStyle;
  readonly now: number;
}

/** The search as a page: for browsers without scripts, and for addresses that are handed on. */
export async function loadSearch(ctx: Context<State>): Promise<SearchPageData> {
  const { app, locale } = ctx.state;
  const actor = requireActor(ctx);
  const query = readQuery(ctx.url, SearchQuery);
  const me = await app.accounts.me(actor);
  const calendar = me.calendar ?? defaultCalendar(locale);
  const data = {
    text: query.q.trim(),
    me_id: actor.id,
    dates: { locale, calendar, timeZone: zoneFor(ctx, me) },
    now: app.now(),
  };
  if (ctx.url.search === "") return { ...data, found: null, refusal: null };
  try {
    const { results, next } = await searchPage(ctx, actor, query);
    return { ...data, found: { results, next: next && new URL(next).search }, refusal: null };
  } catch (error) {
    if (!(error instanceof AppError) || !SAID.includes(error.code)) throw error;
    return { ...data, found: null, refusal: error };
  }
}
