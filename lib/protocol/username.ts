import { normalizeKey } from "@/lib/i18n/normalize.ts";

/**
 * Letters and digits of any script with `_ . -`, 3 to 32 code points, a letter or digit first. Marks belong
 * to letters in many scripts; more than two on one letter only disturb the lines around.
 */
const USERNAME = /^[\p{L}\p{Nd}](?!.*\p{M}{3})[\p{L}\p{M}\p{Nd}_.-]{2,31}$/u;

/** Whether a text in NFC is a username. */
export function isUsername(text: string): boolean {
  return USERNAME.test(text);
}

/**
 * What makes two usernames the same: case, Arabic and Persian forms of one letter, and letters of other
 * scripts that look like Latin ones do not tell people apart, so nobody can be played by a twin.
 */
export function usernameKey(username: string): string {
  // Lower-casing the Turkish İ leaves an i with a dot above its dot.
  return normalizeKey(username).replaceAll("i\u0307", "i").replace(LOOKALIKE, (letter) => TWINS.get(letter)!)
    .normalize("NFC");
}

// The lower-case Cyrillic, Greek and odd Latin letters whose usual shapes are those of a Latin letter
// (a small part of Unicode TS 39's confusables: those a keyboard gives).
const TWINS: ReadonlyMap<string, string> = new Map([
  ..."аa вb еe һh іi ӏl јj ԛq ѕs тt уy хx ѡw кk мm нh оo рp сc ԁd ԝw ґr ѵv".split(" "),
  ..."αa βb εe ηn ιi κk νv οo ρp σo ςc τt υu χx ωw γy".split(" "),
  ..."ıi ɩi ɑa ɡg ʏy ɴn ʀr ɪi ʟl ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜱs łl øo đd ħh".split(" "),
].map((pair) => [...pair] as [string, string]));

const LOOKALIKE = new RegExp(`[${[...TWINS.keys()].join("")}]`, "gu");

/**
 * A username from an e-mail address: what stands before `@` and `+`, made to fit. Others may have it:
 * `attempt` above 0 adds random digits.
 */
export function usernameFromEmail(email: string, attempt = 0): string {
  const local = email.slice(0, email.lastIndexOf("@")).split("+")[0]!;
  const letters = local.normalize("NFC").replace(/[^\p{L}\p{Nd}_.-]/gu, "").replace(/^[_.-]+|[_.-]+$/g, "");
  const base = [...letters].slice(0, 24).join("") || "user";
  if (attempt === 0 && isUsername(base)) return base;
  // More digits with each attempt (at most six): a common name finds a free one in a few.
  const random = crypto.getRandomValues(new Uint32Array(1))[0]!;
  return `${base}-${String(random % 10 ** Math.min(attempt + 2, 6)).padStart(2, "0")}`;
}
