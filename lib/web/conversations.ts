import type { Context } from "fresh";
import type { Message } from "@/lib/protocol/entities.ts";
import { HistoryQuery } from "@/lib/protocol/bodies.ts";
import { readQuery } from "./body.ts";
import { publicOrigin } from "./peer.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";

/** A page of messages as clients of the REST interface know it. */
export interface MessagePage {
  readonly count: number;
  readonly next: string | null;
  readonly previous: string | null;
  readonly results: readonly Message[];
}

/**
 * Answers a history request of a conversation: counted pages with `?page=`, keyset ones with `?before=` or
 * `?after=` a message id. `next` leads to older messages, `previous` to newer ones.
 */
export async function historyPage(ctx: Context<State>, conversation_id: number): Promise<MessagePage> {
  const query = readQuery(ctx.url, HistoryQuery);
  return query.before === undefined && query.after === undefined
    ? await numbered(ctx, conversation_id, query)
    : await keyed(ctx, conversation_id, query);
}

async function numbered(
  ctx: Context<State>,
  conversation_id: number,
  query: HistoryQuery,
): Promise<MessagePage> {
  const { page, page_size } = query;
  const { history } = ctx.state.app.chat;
  const { messages, count } = await history.countedPage(requireActor(ctx), conversation_id, {
    page,
    page_size,
  });
  return {
    count,
    next: page * page_size < count ? addressOf(ctx, { page: page + 1 }) : null,
    previous: page > 1 ? addressOf(ctx, { page: page - 1 }) : null,
    results: messages,
  };
}

async function keyed(
  ctx: Context<State>,
  conversation_id: number,
  query: HistoryQuery,
): Promise<MessagePage> {
  const { before, after, page_size: limit } = query;
  const actor = requireActor(ctx);
  const { history, access } = ctx.state.app.chat;
  const { conversation } = await access.toRead(actor, conversation_id);
  const window = { before, after, limit, system: false };
  const { messages, more } = await history.page(actor, conversation_id, window);
  const forwards = before === undefined;
  const newest = messages[0]?.id, oldest = messages.at(-1)?.id;
  const older = oldest === undefined || (!forwards && !more) ? null : addressOf(ctx, { before: oldest });
  const newer = newest === undefined || (forwards && !more) ? null : addressOf(ctx, { after: newest });
  return {
    count: conversation.seq - conversation.system_count,
    next: older,
    previous: newer,
    results: messages,
  };
}

/** This request's absolute address with another place in the list. */
export function addressOf(ctx: Context<State>, place: Record<string, number>): string {
  const url = new URL(ctx.url.pathname + ctx.url.search, publicOrigin(ctx.req, ctx.state.app.config));
  for (const name of ["page", "before", "after"]) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(place)) url.searchParams.set(name, String(value));
  return url.href;
}
