import { listFiles } from "../load.ts";
import { contentHash } from "./files.ts";

/** What a file was when it was built: its stamp answers at once, its hash when only the stamp changed. */
type Stamp = [mtime: number, size: number, hash: string];

/** Written beside a build. */
export interface BuildRecord {
  /** Changes with the options of the build. */
  options: string;
  files: Record<string, Stamp>;
}

const RECORD = "build.json";

/** All files below the named folders, and the named files; tests and their data left out. Absolute. */
export function sourceFiles(root: string, sources: string[]): string[] {
  return sources.flatMap((source) => {
    const path = source.startsWith("/") ? source : `${root}/${source}`;
    if (!isDirectory(path)) return exists(path) ? [path] : [];
    return listFiles(path)
      .filter((file) => !/(^|\/)testdata\/|_test\.[jt]sx?$|\.md$/.test(file))
      .map((file) => `${path}/${file}`);
  });
}

/** Remember what a build was made of. */
export async function writeRecord(outDir: string, options: string, files: string[]): Promise<void> {
  const record: BuildRecord = { options, files: {} };
  for (const file of [...new Set(files)].sort()) record.files[file] = stampOf(file, Deno.statSync(file));
  await Deno.writeTextFile(`${outDir}/${RECORD}`, JSON.stringify(record));
}

/**
 * Whether a build no longer fits its sources: one was added, removed or has other contents. Reads
 * contents only of files whose time or size changed.
 */
export function isRecordStale(outDir: string, options: string, current: string[]): boolean {
  const record = readRecord(outDir);
  if (record === null || record.options !== options) return true;
  if (current.some((file) => !Object.hasOwn(record.files, file))) return true;
  let touched = false;
  for (const [file, [mtime, size, hash]] of Object.entries(record.files)) {
    const info = statOrNull(file);
    if (info === null) return true;
    if (info.mtime?.getTime() === mtime && info.size === size) continue;
    if (info.size !== size) return true;
    const stamp = stampOf(file, info);
    if (stamp[2] !== hash) return true;
    record.files[file] = stamp;
    touched = true;
  }
  if (touched) Deno.writeTextFileSync(`${outDir}/${RECORD}`, JSON.stringify(record));
  return false;
}

function readRecord(outDir: string): BuildRecord | null {
  try {
    return JSON.parse(Deno.readTextFileSync(`${outDir}/${RECORD}`)) as BuildRecord;
  } catch {
    // None, or one that was not written to its end: either way there is no build to rely on.
    return null;
  }
}

function stampOf(file: string, info: Deno.FileInfo): Stamp {
  return [info.mtime?.getTime() ?? 0, info.size, contentHash(Deno.readFileSync(file))];
}

function statOrNull(file: string): Deno.FileInfo | null {
  try {
    return Deno.statSync(file);
  } catch {
    return null;
  }
}

function isDirectory(path: string): boolean {
  return statOrNull(path)?.isDirectory ?? false;
}

function exists(path: string): boolean {
  return statOrNull(path) !== null;
}
