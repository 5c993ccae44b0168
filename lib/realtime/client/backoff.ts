/** First and longest wait between attempts to connect, in milliseconds. */
const FIRST = 500;
const LONGEST = 30_000;

/**
 * How long to wait before attempt `n` (from 0): doubling, and never the same for two clients, so that a
 * server that comes back is not met by all of them at once.
 * @param random between 0 and 1
 */
export function backoff(n: number, random: number): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** n);
  return Math.round(ceiling * (0.5 + random / 2));
}
