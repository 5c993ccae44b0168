import { Message } from "@/lib/protocol/entities.ts";
import { ReactionName } from "@/lib/protocol/reactions.ts";
import { requireVisitor } from "@/lib/web/external.ts";
import { setReaction } from "@/lib/web/reactions.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { VISITOR_VOICE_ERRORS } from "@/lib/web/reference/shared.ts";
import { define } from "@/lib/web/state.ts";

/** `like`, `dislike` or an emoji of a visitor; the answer is the message as it stands then. */
export const handler = define.handlers({
  PUT: (ctx) => setReaction(ctx, requireVisitor(ctx), true),
  DELETE: (ctx) => setReaction(ctx, requireVisitor(ctx), false),
});

export const docs = describe<typeof handler>({
  PUT: {
    summary: "Reacts to a message, as a visitor",
    access: "guest",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: [
      "emoji_invalid",
      "forbidden",
      ...VISITOR_VOICE_ERRORS,
      "reactions_full",
      "conflict",
      "rate_limited",
    ],
  },
  DELETE: {
    summary: "Takes a reaction of a visitor back",
    access: "guest",
    params: { emoji: ReactionName },
    answers: { 200: Message },
    errors: ["emoji_invalid", "forbidden", ...VISITOR_VOICE_ERRORS, "conflict", "rate_limited"],
  },
});
