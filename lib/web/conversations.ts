import type { Context } from "fresh";
import type { Grant } from "@/lib/chat/access.ts";
import type { Place } from "@/lib/chat/history.ts";
import type { ConversationPage, MessagePage } from "@/lib/protocol/answers.ts";
import { HistoryQuery } from "@/lib/protocol/bodies.ts";
import { readQuery } from "./body.ts";
import { publicOrigin } from "./peer.ts";
import { requireActor, requireSomebody } from "./session.ts";
import type { State } from "./state.ts";

/**
 * Answers a history request of a conversation: counted pages with `?page=`, keyset ones with `?before=` or
 * `?after=` a message id, and the page around a place with `?around=` a message id, `?seq=` or `?at=` a
 * moment. `next` leads to older messages, `previous` to newer ones.
 */
export async function historyPage(ctx: Context<State>, conversation_id: number): Promise<MessagePage> {
  const { access } = ctx.state.app.chat;
  return await historyPageFor(ctx, await access.toRead(requireSomebody(ctx), conversation_id));
}

/** The same for somebody who was found to have the right. */
export async function historyPageFor(ctx: Context<State>, grant: Grant): Promise<MessagePage> {
  const query = readQuery(ctx.url, HistoryQuery);
  const place = placeOf(query);
  if (place) return await surroundings(ctx, grant, place, query);
  return query.before === undefined && query.after === undefined
    ? await numbered(ctx, grant, query)
    : await keyed(ctx, grant, query);
}

/** A page of all conversations of the workspace, for its staff. @throws AppError `forbidden` */
export async function workspacePage(
  ctx: Context<State>,
  query: { page: number; page_size: number },
): Promise<ConversationPage> {
  const { chat } = ctx.state.app;
  const { count, conversations } = await chat.conversations.listAll(requireActor(ctx), query);
  return { count, ...pagesBeside(ctx, query, count), results: conversations };
}

/** Addresses of the counted pages before and behind one. */
function pagesBeside(
  ctx: Context<State>,
  { page, page_size }: { page: number; page_size: number },
  count: number,
): { next: string | null; previous: string | null } {
  return {
    next: page * page_size < count ? addressOf(ctx, { page: page + 1 }) : null,
    previous: page > 1 ? addressOf(ctx, { page: page - 1 }) : null,
  };
}

async function numbered(
  ctx: Context<State>,
  grant: Grant,
  query: HistoryQuery,
): Promise<MessagePage> {
  const { page, page_size } = query;
  const { history } = ctx.state.app.chat;
  const { messages, count } = await history.countedPageFor(grant, { page, page_size });
  return { count, ...pagesBeside(ctx, { page, page_size }, count), results: messages };
}

function placeOf({ around, seq, at }: HistoryQuery): Place | null {
  if (around !== undefined) return { id: around };
  if (seq !== undefined) return { seq };
  return at === undefined ? null : { at };
}

async function surroundings(
  ctx: Context<State>,
  grant: Grant,
  place: Place,
  { page_size: limit }: HistoryQuery,
): Promise<MessagePage> {
  const { history } = ctx.state.app.chat;
  const found = await history.aroundFor(grant, place, { limit, system: false });
  const { messages, has_older, has_newer, count } = found;
  return {
    count,
    next: has_older ? addressOf(ctx, { before: messages.at(-1)!.id }) : null,
    previous: has_newer ? addressOf(ctx, { after: messages[0]!.id }) : null,
    results: messages,
  };
}

async function keyed(
  ctx: Context<State>,
  grant: Grant,
  query: HistoryQuery,
): Promise<MessagePage> {
  const { before, after, page_size: limit } = query;
  const window = { before, after, limit, system: false };
  const { history } = ctx.state.app.chat;
  const { messages, more, count } = await history.pageFor(grant, window);
  const forwards = before === undefined;
  const newest = messages[0]?.id, oldest = messages.at(-1)?.id;
  const older = oldest === undefined || (!forwards && !more) ? null : addressOf(ctx, { before: oldest });
  const newer = newest === undefined || (forwards && !more) ? null : addressOf(ctx, { after: newest });
  return { count, next: older, previous: newer, results: messages };
}

const PLACES = ["page", "before", "after", "around", "seq", "at"];

/** This request's absolute address with another place in the list. */
export function addressOf(ctx: Context<State>, place: Record<string, number | string>): string {
  const url = new URL(ctx.url.pathname + ctx.url.search, publicOrigin(ctx.req, ctx.state.app.config));
  for (const name of PLACES) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(place)) url.searchParams.set(name, String(value));
  return url.href;
}
