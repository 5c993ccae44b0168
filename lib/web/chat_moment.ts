import type { Context } from "fresh";
import { momentOf } from "./chat_window.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";
import { zoneFor } from "./zone.ts";

/** Where the first message of a day stands, or of what comes after it: for links and forms without scripts. */
export async function addressAt(ctx: Context<State>, text: string): Promise<string> {
  const { chat, accounts } = ctx.state.app;
  const actor = requireActor(ctx);
  const at = momentOf(text, { timeZone: zoneFor(ctx, await accounts.me(actor)) });
  if (at === null) return "/chat";
  const id = await chat.conversations.globalId(actor);
  const { messages: [message] } = await chat.history.around(actor, id, { at }, { limit: 1 });
  return message ? `/chat?m=${message.id}#m${message.seq}` : "/chat";
}
