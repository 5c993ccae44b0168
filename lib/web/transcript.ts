import type { Context } from "fresh";
import type { MessagePage } from "@/lib/protocol/answers.ts";
import { TranscriptQuery } from "@/lib/protocol/sites.ts";
import { readQuery } from "./body.ts";
import { addressOf, historyPage, historyPageFor } from "./conversations.ts";
import { callOf, requireVisitor } from "./external.ts";
import type { State } from "./state.ts";

/**
 * Messages of a site for whoever calls: to a visitor their conversation, to its own server all that was said through
 * it, to anybody else on its pages the room that is open to all of them.
 * @throws {AppError} `unauthenticated` where each visitor has a conversation of their own and none is named
 */
export async function siteMessages(ctx: Context<State>): Promise<MessagePage> {
  const { app, visitor } = ctx.state;
  const { site, by } = callOf(ctx);
  if (visitor !== null) {
    const conversation_id = await app.guests.placeOf(requireVisitor(ctx));
    return conversation_id === null ? NOTHING : await historyPage(ctx, conversation_id);
  }
  if (by === "server") return await transcript(ctx);
  return await historyPageFor(ctx, await app.chat.access.toShow(site));
}

/** Of a visitor who has not asked anything yet. */
const NOTHING: MessagePage = { count: 0, next: null, previous: null, results: [] };

async function transcript(ctx: Context<State>): Promise<MessagePage> {
  const { before, after, page_size: limit } = readQuery(ctx.url, TranscriptQuery);
  const { transcripts } = ctx.state.app;
  const { messages, more, count } = await transcripts.page(callOf(ctx).site, { before, after, limit });
  const forwards = before === undefined && after !== undefined;
  const [newest, oldest] = [messages[0]?.id, messages.at(-1)?.id];
  return {
    count,
    next: oldest !== undefined && (forwards || more) ? addressOf(ctx, { before: oldest }) : null,
    previous: newest !== undefined && (!forwards || more) ? addressOf(ctx, { after: newest }) : null,
    results: messages,
  };
}
