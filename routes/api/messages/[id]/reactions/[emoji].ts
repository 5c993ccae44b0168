import { Message } from "@/lib/protocol/entities.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { setReaction } from "@/lib/web/reactions.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { requireSomebody } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

/** `like`, `dislike` or an emoji on a message; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => setReaction(ctx, requireSomebody(ctx), true),
  DELETE: (ctx) => setReaction(ctx, requireSomebody(ctx), false),
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
      ...VOICE_ERRORS,
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
      ...VOICE_ERRORS,
      "conflict",
      "rate_limited",
    ],
  },
});
