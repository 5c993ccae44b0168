import type { Context } from "fresh";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import { momentOf } from "./chat_window.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";
import { zoneFor } from "./zone.ts";

/** Address of a conversation's page. @throws AppError `not_found` */
export async function pathFor(ctx: Context<State>, id: number): Promise<string> {
  const { conversation } = await ctx.state.app.chat.access.toRead(requireActor(ctx), id);
  return pathOf({ id, kind: conversation.kind });
}

/** Where the first message of a day stands, or of what comes after it: for links and forms without scripts. */
export async function addressAt(ctx: Context<State>, id: number, text: string): Promise<string> {
  const { chat, accounts } = ctx.state.app;
  const actor = requireActor(ctx);
  const path = await pathFor(ctx, id);
  const at = momentOf(text, { timeZone: zoneFor(ctx, await accounts.me(actor)) });
  if (at === null) return path;
  const { messages: [message] } = await chat.history.around(actor, id, { at }, { limit: 1 });
  return message ? `${path}?m=${message.id}#m${message.seq}` : path;
}
