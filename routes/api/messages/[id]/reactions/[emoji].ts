import type { Context } from "fresh";
import { Message } from "@/lib/protocol/entities.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { readId } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

/** `like`, `dislike` or an emoji on a message; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => set(ctx, true),
  DELETE: (ctx) => set(ctx, false),
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Reacts to a message",
    description:
      "`like` and `dislike` exclude each other. A message takes 20 different emoji beside them, 8 of one person.",
    access: "somebody",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: [
      "emoji_invalid",
      "forbidden",
      "muted",
      "site_locked",
      "identity_required",
      "reactions_full",
      "conflict",
      "rate_limited",
    ],
  },
  DELETE: {
    summary: "Takes a reaction back",
    access: "somebody",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: [
      "emoji_invalid",
      "forbidden",
      "muted",
      "site_locked",
      "identity_required",
      "conflict",
      "rate_limited",
    ],
  },
});

async function set(ctx: Context<State>, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const actor = requireSomebody(ctx);
  const id = readId(ctx.params.id);
  const emoji = ReactionName.parse(ctx.params.emoji);
  app.requirePace(actor);
  return Response.json(await app.chat.reactions.set(actor, id, emoji, on));
}
