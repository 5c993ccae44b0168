/** How hard a password is to guess: 0 too short to be taken, 1 weak, 2 fair, 3 good, 4 strong. */
export type Strength = 0 | 1 | 2 | 3 | 4;

/**
 * A rough measure for the meter while one types. It advises and never refuses: what is refused is decided
 * by the server. Counts what a guesser must try: different characters, their kinds, length; runs such as
 * "1234" or "aaaa" and what everybody uses count for little.
 */
export function passwordStrength(password: string): Strength {
  const characters = [...password];
  if (characters.length < 8) return 0;
  if (/pass|qwer|letmein|iloveyou|admin|12345|peyk/i.test(password) && characters.length < 14) return 1;
  const steps = characters.filter((character, index) =>
    index === 0 || isSurprise(characters[index - 1]!, character)
  );
  const bits = steps.length * Math.log2(alphabet(password)) * distinctness(characters);
  if (bits < 30) return 1;
  if (bits < 44) return 2;
  return bits < 66 ? 3 : 4;
}

/** The next of a run, up or down or the same again, tells a guesser nothing new. */
function isSurprise(before: string, character: string): boolean {
  return Math.abs(character.codePointAt(0)! - before.codePointAt(0)!) > 1;
}

function alphabet(password: string): number {
  let size = 0;
  if (/[a-z]/.test(password)) size += 26;
  if (/[A-Z]/.test(password)) size += 26;
  if (/\p{N}/u.test(password)) size += 10;
  if (/[^\p{L}\p{N}]/u.test(password)) size += 20;
  // Letters of other scripts: about as many as Persian has.
  if (/(?![a-zA-Z])\p{L}/u.test(password)) size += 32;
  return Math.max(2, size);
}

/** Repetition halves what each character is worth, at the most. */
function distinctness(characters: readonly string[]): number {
  return 0.5 + 0.5 * Math.min(1, new Set(characters).size / Math.min(characters.length, 10));
}
