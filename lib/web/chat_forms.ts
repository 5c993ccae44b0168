import type { Context } from "fresh";
import { z } from "zod";
import { Content } from "@/lib/protocol/content.ts";
import { Id } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { readForm } from "./body.ts";
import { addressAt, pathFor } from "./chat_moment.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";

/** No message has this id. */
const NOWHERE = Number.MAX_SAFE_INTEGER;
const MessageId = z.coerce.number().pipe(Id).optional();

/**
 * Without scripts older and newer pages are pages of their own, and a message or a day (`at`) may be led to. What
 * is no id leads to none, as an id of nothing does: addresses are cut off and mistyped.
 */
export const PlaceQuery = z.object({
  before: MessageId,
  after: MessageId,
  at: z.string().max(40).optional(),
  m: MessageId.catch(NOWHERE),
});

/**
 * Where an address leads instead of its own page: to a day, to the conversation that its message is in, or from
 * the id of the room of everybody to its proper address. Null where it stays.
 * @throws AppError `not_found` for a conversation the asker may not read
 */
export async function otherPlace(
  ctx: Context<State>,
  conversation_id: number,
  { at, m }: { at?: string; m?: number },
): Promise<string | null> {
  if (at !== undefined) return await addressAt(ctx, conversation_id, at);
  const home = m === undefined ? conversation_id : await homeOf(ctx, m) ?? conversation_id;
  const path = await pathFor(ctx, home);
  const { pathname, search } = ctx.url;
  return pathname.replace(/\/+$/, "") === path ? null : path + search;
}

/** The conversation of a message; null for one that the asker cannot find. */
async function homeOf(ctx: Context<State>, message_id: number): Promise<number | null> {
  try {
    return (await ctx.state.app.chat.messages.get(requireActor(ctx), message_id)).conversation;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}

/** Writing without scripts: the composer is a form. Gives the address to go on at. */
export async function postMessage(ctx: Context<State>, conversation_id: number): Promise<string> {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  const { content } = await readForm(ctx.req, z.object({ content: Content }));
  app.requirePace(actor);
  await app.chat.messages.send(actor, { conversation_id, content });
  return await pathFor(ctx, conversation_id);
}
