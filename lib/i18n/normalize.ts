/**
 * One spelling for texts that people write in many: used for keys (e-mail, username) and by search, on
 * what is stored and on what is asked alike. Never shown to anybody.
 */

// Vowel signs, hamza and madda above, superscript alef, Quranic marks. Marks of other scripts stay:
// there they may be whole vowels.
const ARABIC_MARKS =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff]/g;

// Tatweel, ZWNJ and ZWJ, direction marks and isolates, soft hyphen, byte order mark: none is a letter.
const INVISIBLE =
  /[\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/g;

const LETTERS: Readonly<Record<string, string>> = {
  "\u064a": "ی", // ي Arabic yeh
  "\u0649": "ی", // ى alef maksura
  "\u06d2": "ی", // ے yeh barree
  "\u0643": "ک", // ك Arabic kaf
  "\u06aa": "ک", // ڪ swash kaf
  "\u0671": "ا", // ٱ alef wasla
  "\u0629": "ه", // ة teh marbuta
  "\u06be": "ه", // ھ heh doachashmee
  "\u06c1": "ه", // ہ heh goal
  "\u06c3": "ه", // ۃ teh marbuta goal
  "\u06d5": "ه", // ە ae
};
const LETTER = /[\u064a\u0649\u06d2\u0643\u06aa\u0671\u0629\u06be\u06c1\u06c3\u06d5]/g;
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/g;

/**
 * Folds compatibility forms (NFKC), Arabic and Persian spellings of one letter, digits, and drops what is
 * invisible. Idempotent. Does not fold case and leaves spaces alone: see {@link normalizeKey}.
 */
export function normalize(text: string): string {
  // Decomposed first, so that a hamza or madda is a mark of its own and falls with the others: آ أ إ → ا.
  const folded = text.normalize("NFKD")
    .replace(INVISIBLE, "")
    .replace(ARABIC_MARKS, "")
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(DIGIT, (digit) => String(digit.charCodeAt(0) & 15));
  return folded.normalize("NFKC");
}

/** What makes two names the same: {@link normalize}, without case, edges trimmed, runs of space as one. */
export function normalizeKey(text: string): string {
  // Lower-casing may bring marks of its own (İ → i̇), so the normal form is made after it.
  return normalize(normalize(text).toLowerCase()).replace(/\s+/g, " ").trim();
}
