import { AppError } from "@/lib/protocol/errors.ts";
import { endOfPrefix, wordsOf } from "./words.ts";
import type { Range, Word } from "./words.ts";

/** Words that must follow each other; of an open one the last is only how a word begins. */
export interface Term {
  readonly words: readonly string[];
  readonly open: boolean;
}

/** Terms in one search. */
export const TERMS_MAX = 16;
/** Places marked in one text. */
const RANGES_MAX = 100;

// A phrase in quotes of any of our languages, perhaps not closed yet, or what stands between spaces.
const CHUNK = /(?:"([^"]*)("?)|“([^”]*)(”?)|«([^»]*)(»?))|([^\s"“«]+)/gu;

/**
 * What somebody typed, as terms: each word the beginning of one, what is in quotes as it stands. Nothing in it is
 * an operator.
 * @throws AppError `search_too_long`
 */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  for (const [, a, a_end, b, b_end, c, c_end, plain] of text.matchAll(CHUNK)) {
    const words = wordsOf(plain ?? a ?? b ?? c ?? "").map(({ key }) => key);
    // `name@host` and `1,200` are one term: their parts follow each other.
    if (words.length > 0) terms.push({ words, open: !(a_end || b_end || c_end) });
  }
  if (terms.length > TERMS_MAX) throw new AppError("search_too_long", { words: TERMS_MAX }, "q");
  return terms;
}

/** Where the terms stand in a text, in order, none over another. */
export function rangesIn(text: string, terms: readonly Term[]): Range[] {
  const words = wordsOf(text);
  const found: Range[] = [];
  for (const term of terms) {
    for (let at = 0; at + term.words.length <= words.length; at++) {
      if (!standsAt(words, at, term)) continue;
      const last = words[at + term.words.length - 1]!;
      const end = term.open ? endOfPrefix(text, last, term.words.at(-1)!) : last.end;
      found.push([words[at]!.start, end]);
    }
  }
  return joined(found).slice(0, RANGES_MAX);
}

function standsAt(words: readonly Word[], at: number, { words: wanted, open }: Term): boolean {
  return wanted.every((want, index) => {
    const { key } = words[at + index]!;
    return open && index === wanted.length - 1 ? key.startsWith(want) : key === want;
  });
}

function joined(ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
