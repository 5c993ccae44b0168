import { isRouteFile } from "./fs_routes.ts";
import type { LoadedModule, Manifest, Snapshot } from "./snapshot.ts";
import { toFileUrl } from "./paths.ts";

/** Where a build puts its files, below the root. */
export const OUT_DIR = "_fresh";

/**
 * Import `routes/` and `islands/` of a root as they lie there, with the scripts and files of the last
 * build if there is one. Without a build pages are complete, but nothing moves and no file is served.
 */
export async function crawl(root: string): Promise<Snapshot> {
  const [routes, islands] = await Promise.all([
    importAll(`${root}/routes`, listRoutes(root)),
    importAll(root, listIslands(root)),
  ]);
  const manifest = readManifest(root);
  return { staticDir: manifest && `${root}/${OUT_DIR}/static`, manifest, routes, islands };
}

function readManifest(root: string): Manifest | null {
  try {
    return JSON.parse(Deno.readTextFileSync(`${root}/${OUT_DIR}/manifest.json`));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Files of `routes/`, relative to it. */
export function listRoutes(root: string): string[] {
  return listFiles(`${root}/routes`).filter(isRouteFile);
}

/** Files that hold islands, relative to the root: `islands/` and every `(_islands)` below `routes/`. */
export function listIslands(root: string): string[] {
  const own = listFiles(`${root}/islands`).filter(isComponentFile).map((file) => `islands/${file}`);
  const local = listFiles(`${root}/routes`)
    .filter((file) => isComponentFile(file) && /(^|\/)\(_islands\)\//.test(file))
    .map((file) => `routes/${file}`);
  return [...own, ...local];
}

function isComponentFile(file: string): boolean {
  return /\.[jt]sx$/.test(file) && !/[._]test\.[jt]sx$/.test(file);
}

async function importAll(base: string, files: string[]): Promise<LoadedModule[]> {
  return await Promise.all(
    files.map(async (file) => [file, await import(toFileUrl(`${base}/${file}`))] as const),
  );
}

/** Paths of all files below a folder, sorted, relative to it; empty when there is no such folder. */
export function listFiles(dir: string, prefix = ""): string[] {
  let entries: Deno.DirEntry[];
  try {
    entries = [...Deno.readDirSync(dir)];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = prefix + entry.name;
    if (!entry.isDirectory) return [path];
    return listFiles(`${dir}/${entry.name}`, path + "/");
  }).sort();
}
