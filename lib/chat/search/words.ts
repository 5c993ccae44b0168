import { normalizeKey } from "@/lib/i18n/normalize.ts";

/**
 * What is indexed and what is asked are made into words here, and nowhere else. Raise it with every change of
 * what {@link wordsOf} gives: the index is then made anew at the next start.
 */
export const WORDS_VERSION = 1;

/** A word as it is compared, and where it stands. */
export interface Word {
  readonly key: string;
  /** UTF-16 units from the beginning of the text; `end` is behind it. */
  readonly start: number;
  readonly end: number;
}

/** A range of a text in UTF-16 units; the second is behind it. */
export type Range = [start: number, end: number];

/** Longest key in code points. */
const LONGEST = 64;

// Letters, digits, marks and what is invisible within words (ZWNJ, direction marks). Scripts that are written without
// spaces give a word a sign: a run of them is then found from any place in it.
const RUN = new RegExp(
  String
    .raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*` +
    String
      .raw`|[[\p{L}\p{N}\p{M}\p{Cf}\u034f]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}` +
    String.raw`\p{sc=Khmer}\p{sc=Myanmar}]]+`,
  "gv",
);
const LETTER = /[\p{L}\p{N}]/u;
const FORMAT = /\p{Cf}/gu;
// Runs that nearly all texts are made of: letters that are their own normal form, and ZWNJ. The long way would end at
// the same key, ten times later (a test compares them).
const PLAIN = /^[0-9A-Za-zابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی\u200c]+$/;
// Accents of Latin, Greek and Cyrillic letters. Elsewhere a mark may be a whole vowel.
const ACCENTS = /[\u0300-\u036f]/g;

/** The words of a text, in order. Those that one sign stands for (ﷺ) have the same place. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (const part of partsOf(run)) {
      const key = part.length > LONGEST ? [...part].slice(0, LONGEST).join("") : part;
      found.push({ key, start: index, end: index + run.length });
    }
  }
  return found;
}

/** What stands in a run: one word, or the several that one sign stands for. */
function partsOf(run: string): string[] {
  const key = keyOf(run);
  if (PLAIN.test(run)) return key === "" ? [] : [key];
  // A mark that stands alone is no word.
  return Array.from(key.matchAll(RUN), ([part]) => part).filter((part) => LETTER.test(part));
}

/** A text as the index takes it. */
export function indexed(text: string): string {
  return wordsOf(text).map(({ key }) => key).join(" ");
}

/** Where a word of `text` that begins with `prefix` has shown all of it. */
export function endOfPrefix(text: string, { key, start, end }: Word, prefix: string): number {
  if (key === prefix) return end;
  let cut = start;
  for (const sign of text.slice(start, end)) {
    cut += sign.length;
    if (keyOf(text.slice(start, cut)).startsWith(prefix)) return cut;
  }
  return end;
}

function keyOf(run: string): string {
  if (PLAIN.test(run)) return run.replaceAll("\u200c", "").toLowerCase();
  const key = normalizeKey(run).normalize("NFD").replace(ACCENTS, "").normalize("NFC");
  // What lost its accent may be another letter to the normal form (Greek iota below).
  return normalizeKey(key).replace(FORMAT, "");
}
