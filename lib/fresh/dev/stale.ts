import { listFiles } from "../load.ts";
import { contentHash } from "./files.ts";

/** What a file was when it was built: its stamp answers at once, its hash when only the stamp changed. */
export type Stamp = [mtime: number, size: number, hash: string];

/** Written beside a build. */
export interface BuildRecord {
  /** Changes with the options of the build. */
  options: string;
  files: Record<string, Stamp>;
}

/** All files below the named folders, and the named files; tests and their data left out. Absolute. */
export function sourceFiles(root: string, sources: string[]): string[] {
  return sources.flatMap((source) => {
    const path = source.startsWith("/") ? source : `${root}/${source}`;
    const info = statOrNull(path);
    if (!info?.isDirectory) return info ? [path] : [];
    return listFiles(path)
      .filter((file) => !/(^|\/)testdata\/|_test\.[jt]sx?$|\.md$/.test(file))
      .map((file) => `${path}/${file}`);
  });
}

/** Stamps of files by their path. */
export function stamps(files: string[]): Record<string, Stamp> {
  return Object.fromEntries(files.map((file) => [file, stampOf(file, Deno.statSync(file))]));
}

/** What is written beside a build about what it was made of. */
export function record(options: string, files: Record<string, Stamp>): string {
  return JSON.stringify({ options, files } satisfies BuildRecord);
}

/**
 * Whether a build no longer fits its sources: one was added, removed or has other contents. Reads
 * contents only of files whose time changed.
 * @param current the sources as they are now, absolute
 */
export function isStale(outDir: string, options: string, current: string[]): boolean {
  const record = readRecord(outDir);
  if (record === null || record.options !== options) return true;
  if (current.some((file) => !Object.hasOwn(record.files, file))) return true;
  return Object.entries(record.files).some(([file, stamp]) => hasChanged(file, stamp));
}

function hasChanged(file: string, [mtime, size, hash]: Stamp): boolean {
  const info = statOrNull(file);
  if (info === null || info.size !== size) return true;
  return info.mtime?.getTime() !== mtime && stampOf(file, info)[2] !== hash;
}

function readRecord(outDir: string): BuildRecord | null {
  try {
    return JSON.parse(Deno.readTextFileSync(`${outDir}/build.json`)) as BuildRecord;
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
