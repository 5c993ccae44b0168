/** The project's own source files: what the checks of the house walk over. */

/** Folders that hold nothing written by hand, wherever they stand. */
const SKIPPED_NAMES = new Set([".git", "_fresh", "node_modules", "coverage"]);
/** And those that do so only there: a server's folders, and other people's software. */
const SKIPPED_PATHS = new Set(["data", "uploads", "bench/peer"]);

/**
 * All TypeScript files below `root`, sorted, as paths relative to it with forward slashes.
 *
 * @param root folder with a trailing slash or without
 */
export async function sourceFiles(root: string): Promise<string[]> {
  const found: string[] = [];
  await walk(root.replace(/\/$/, ""), "", found);
  return found.sort();
}

async function walk(root: string, below: string, found: string[]): Promise<void> {
  for await (const entry of Deno.readDir(below ? `${root}/${below}` : root)) {
    const path = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory) {
      if (!SKIPPED_PATHS.has(path) && !SKIPPED_NAMES.has(entry.name)) await walk(root, path, found);
    } else if (entry.isFile && /\.(ts|tsx)$/.test(entry.name)) {
      found.push(path);
    }
  }
}
