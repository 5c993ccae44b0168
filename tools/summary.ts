/** Counting what a test run did. */

/** How many tests ended how. A format check, a lint run or a type check counts as one test. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0, skipped: 0 };

const SUMMARY =
  /^(?:ok|FAILED) \| (\d+) passed(?: \(\d+ steps?\))? \| (\d+) failed(?: \(\d+ steps?\))?(?: \| (\d+) ignored)?/;

/**
 * Reads what `deno test` printed.
 *
 * The last summary line counts, because a test may itself print something that looks like one. A run
 * that ended badly has failed at least once, whatever it printed: a module that does not load, a test
 * marked `only` and a crash leave no failed test in the summary.
 *
 * @param output without colours
 * @param success whether the process exited with 0
 */
export function parseTally(output: string, success: boolean): Tally {
  let tally: Tally | undefined;
  for (const line of output.split("\n")) {
    const match = SUMMARY.exec(line);
    if (!match) continue;
    tally = { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) };
  }
  if (!tally) return { ...NOTHING, failed: 1 };
  return success ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

export function add(a: Tally, b: Tally): Tally {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of every run: `12 passed, 0 failed`, with the skipped ones when there are any. */
export function verdict(tally: Tally): string {
  const counted = `${tally.passed} passed, ${tally.failed} failed`;
  return tally.skipped > 0 ? `${counted}, ${tally.skipped} skipped` : counted;
}

/** The part of a test run's output worth reading after a failure: its errors, or all of it. */
export function failuresOf(output: string): string {
  const errors = output.lastIndexOf("\n ERRORS \n");
  return (errors < 0 ? output : output.slice(errors)).trim();
}
