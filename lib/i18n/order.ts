import { normalizeKey } from "./normalize.ts";

/** Longest key in code points: whoever's names are the same up to here stand in the order of their ids. */
const LONGEST = 80;

/** Behind every letter of a name, so that what follows it stands between one letter and the next. */
const AFTER = "\u06ff";

/**
 * Letters that the alphabet has between others and Unicode behind them all: پ follows ب, گ follows ک, and و
 * comes before ه and ی.
 */
const PLACES: Readonly<Record<string, string>> = {
  "پ": `ب${AFTER}`,
  "چ": `ج${AFTER}`,
  "ژ": `ز${AFTER}`,
  "ک": `ق${AFTER}`,
  "گ": `ق${AFTER}${AFTER}`,
  "ه": `و${AFTER}`,
  "ی": `و${AFTER}${AFTER}`,
};

export interface Names {
  readonly first_name: string;
  readonly last_name: string;
  readonly username: string;
}

/**
 * Where a person stands in a list by name: keys compare by their code units as the names do in the Persian
 * and the Latin alphabet. Whoever gave no name stands by the username.
 */
export function nameOrder({ first_name, last_name, username }: Names): string {
  const key = normalizeKey(`${first_name} ${last_name}`) || normalizeKey(username);
  return [...key].slice(0, LONGEST).join("").replace(/[پچژکگهی]/g, (letter) => PLACES[letter]!);
}
