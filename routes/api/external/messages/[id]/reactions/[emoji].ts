import type { Context } from "fresh";
import { Message } from "@/lib/protocol/entities.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { readId } from "@/lib/web/body.ts";
import { requireVisitor } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";

/** `like`, `dislike` or an emoji of a visitor; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => set(ctx, true),
  DELETE: (ctx) => set(ctx, false),
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Reacts to a message, as a visitor",
    access: "guest",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: [
      ...["emoji_invalid", "forbidden", "site_locked", "identity_required"] as const,
      ...["reactions_full", "conflict", "rate_limited"] as const,
    ],
  },
  DELETE: {
    summary: "Takes a reaction of a visitor back",
    access: "guest",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: [
      ...["emoji_invalid", "forbidden", "site_locked", "identity_required", "conflict"] as const,
      "rate_limited",
    ],
  },
});

async function set(ctx: Context<State>, on: boolean): Promise<Response> {
  const { app } = ctx.state;
  const visitor = requireVisitor(ctx);
  const id = readId(ctx.params.id);
  const emoji = ReactionName.parse(ctx.params.emoji);
  app.requirePace(visitor);
  return Response.json(await app.chat.reactions.set(visitor, id, emoji, on));
}
