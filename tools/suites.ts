/** Which test file belongs to which part of a test run. */

/** A part that runs test files; `check` (format, lint, types) is the part that runs none. */
export type Suite = "unit" | "flow" | "browser" | "nightly";

/**
 * Unit tests stand beside the code; everything below `tests/` needs a server, and what is called
 * `browser`, wherever it stands, needs Chromium as well. `tests/nightly/` takes too long for every day.
 *
 * @param path relative to the project's root
 * @returns undefined when the file is no test
 */
export function suiteOf(path: string): Suite | undefined {
  if (!/_test\.tsx?$/.test(path)) return undefined;
  if (path.startsWith("tests/nightly/")) return "nightly";
  if (path.startsWith("tests/browser/") || path.endsWith("browser_test.ts")) return "browser";
  return path.startsWith("tests/") ? "flow" : "unit";
}
