import type { Context } from "fresh";
import type { Actor } from "@/lib/chat/actor.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { readId } from "./body.ts";
import { countedAddress } from "./external.ts";
import type { State } from "./state.ts";

/**
 * Sets the reaction that the path names, or takes it back. Answers with the message as it stands then.
 * @throws {z.ZodError}, and AppError as `chat.reactions.set`, `rate_limited`
 */
export async function setReaction(ctx: Context<State>, actor: Actor, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const id = readId(ctx.params.id);
  const emoji = ReactionName.parse(ctx.params.emoji);
  await app.requireSendPace("reactions", actor, countedAddress(ctx));
  return Response.json(await app.chat.reactions.set(actor, id, emoji, on));
}
