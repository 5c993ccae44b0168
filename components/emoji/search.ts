import type { Locale } from "@/lib/i18n/mod.ts";
import { normalizeKey } from "@/lib/i18n/normalize.ts";
import { GROUPS } from "./data.ts";

export interface Emoji {
  readonly sign: string;
  readonly names: Readonly<Record<Locale, string>>;
  /** How a skin tone is set; empty where there is none. */
  readonly toned: string;
  /** Words of both languages by which it is found besides its names. */
  readonly words: string;
}

/** A skin tone: 0 as the sign itself is, 1 (light) to 5 (dark). */
export type Tone = 0 | 1 | 2 | 3 | 4 | 5;

/** All emoji, a list a group. */
export function allEmoji(): readonly (readonly Emoji[])[] {
  return GROUPS.map((group) => group.split("\n").map(parse));
}

function parse(line: string): Emoji {
  const [sign = "", en = "", fa = "", en_words = "", fa_words = "", toned = ""] = line.split("|");
  return { sign, names: { en, fa: fa || en }, toned, words: `${en_words} ${fa_words}` };
}

/** An emoji with a skin tone, where it takes one. */
export function withTone({ sign, toned }: Emoji, tone: Tone): string {
  if (tone === 0 || toned === "") return sign;
  // The five modifiers follow each other (Unicode TS 51, Fitzpatrick 1–2 to 6).
  const modifier = String.fromCodePoint(0x1f3fa + tone);
  if (toned === "1") return sign.replace(/^(.)\ufe0f?/u, `$1${modifier}`);
  return sign.replace(/[\u{1f468}\u{1f469}\u{1f9d1}]/gu, `$&${modifier}`);
}

/** Finds emoji by the beginnings of words, in Persian and English at once; those so named first. */
export function createSearch(all: readonly Emoji[]): (text: string) => Emoji[] {
  const index = all.map((emoji) => {
    const { names: { en, fa }, words } = emoji;
    const called = [en, fa, ...apart(fa)].map(normalizeKey);
    return {
      emoji,
      called,
      names: ` ${called.join(" ")}`,
      words: ` ${[words, ...apart(words)].map(normalizeKey).join(" ")}`,
    };
  });
  return (text) => {
    const query = normalizeKey(text);
    const wanted = query.split(" ").filter(Boolean);
    if (wanted.length === 0) return [];
    // The very name, a name that begins so, words of a name, other words.
    const found: Emoji[][] = [[], [], [], []];
    for (const { emoji, called, names, words } of index) {
      if (!wanted.every((word) => names.includes(` ${word}`) || words.includes(` ${word}`))) continue;
      const rank = called.includes(query)
        ? 0
        : called.some((name) => name.startsWith(query))
        ? 1
        : wanted.every((word) => names.includes(` ${word}`))
        ? 2
        : 3;
      found[rank]!.push(emoji);
    }
    return found.flat();
  };
}

/** A half-space joins what is one word and parts what is two: it is found both ways. */
function apart(text: string): string[] {
  return text.includes("\u200c") ? [text.replaceAll("\u200c", " ")] : [];
}
