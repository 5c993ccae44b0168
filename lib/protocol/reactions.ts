import { z } from "zod";
import type { ErrorCode } from "./errors.ts";

/** The two votes, which exclude each other and make the score of whoever wrote the message. */
export const VOTES = ["like", "dislike"] as const;
export type Vote = (typeof VOTES)[number];

/** Different emoji on one message, beside the two votes. */
export const EMOJI_MAX = 20;
/** Different emoji one person may set on one message, beside their vote. */
export const OWN_EMOJI_MAX = 8;

/** The longest emoji there is (two people, two skin tones, a kiss) has fewer UTF-16 units. */
const UNITS_MAX = 32;

export function isVote(name: string): name is Vote {
  return name === "like" || name === "dislike";
}

/**
 * One emoji in its one spelling, or null for anything else. Many keyboards leave out the variation selector
 * that makes a sign an emoji (U+FE0F): it is put where "fully-qualified" emoji have it (Unicode TS 51, ED-18),
 * so that a heart is the same heart wherever it was typed.
 */
export function toEmoji(text: string): string | null {
  if (text.length > UNITS_MAX) return null;
  const qualified = text.replaceAll("\ufe0f", "")
    .replace(/\p{Emoji}(?!\p{Emoji_Modifier})/gu, (sign) => isDrawn(sign) ? sign : `${sign}\ufe0f`);
  return /^\p{RGI_Emoji}$/v.test(qualified) ? qualified : null;
}

/** Whether a sign is drawn as an emoji without being told to. */
function isDrawn(sign: string): boolean {
  return /^\p{Emoji_Presentation}$/u.test(sign);
}

const code: ErrorCode = "emoji_invalid";

/** `like`, `dislike`, or exactly one emoji in its one spelling. */
export const ReactionName = z.string().transform((text, context) => {
  const name = isVote(text) ? text : toEmoji(text);
  if (name !== null) return name;
  context.addIssue(code);
  return z.NEVER;
});
