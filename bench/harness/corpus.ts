/** Texts whose words are as common and as rare as in a language: the nth word comes about once in n (Zipf). */

const LETTERS = "ابپتجچحدرزسشعفقکگلمنوهی";
const WORDS = 60_000;

export interface Corpus {
  /** The most common first. */
  readonly words: readonly string[];
  /** The next message: three to sixteen words. */
  next(): string;
}

/** The same for the same seed. */
export function createCorpus(seed = 1): Corpus {
  let state = seed;
  // A linear congruential generator: even enough for texts, and alike on every machine.
  const random = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const words = Array.from({ length: WORDS }, (_, rank) => {
    // Common words are short, and letters are not equally common either.
    const length = 2 + Math.floor(random() * 4 + Math.log10(rank + 1) * 0.8);
    return Array.from({ length }, () => LETTERS[Math.floor(random() ** 1.7 * LETTERS.length)]).join("");
  });
  const word = () => words[Math.floor(WORDS ** random()) - 1] ?? words[0]!;
  return { words, next: () => Array.from({ length: 3 + Math.floor(random() * 14) }, word).join(" ") };
}
