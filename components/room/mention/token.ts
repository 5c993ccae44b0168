/** A name that is being written. */
export interface Token {
  /** Where its @ stands. */
  readonly start: number;
  /** Where the caret is, behind what was written of it. */
  readonly end: number;
  readonly query: string;
}

/** As far back as a name may have begun. */
const LONGEST = 40;

// What may stand before a mention is what may stand before one in a message; names of people are written
// with a ZWNJ as well, usernames are not.
const BEING_WRITTEN = /(?<![\p{L}\p{M}\p{N}_@./-])@([\p{L}\p{M}\p{N}_.\u200c-]{0,32})$/u;

/** The mention that is being written at the caret; null in an address, a word, or where none was begun. */
export function tokenAt(text: string, caret: number): Token | null {
  const before = text.slice(Math.max(0, caret - LONGEST), caret);
  const match = BEING_WRITTEN.exec(before);
  return match && { start: caret - match[0].length, end: caret, query: match[1]! };
}
