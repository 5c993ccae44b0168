/** Where the bench keeps things: nothing of it is part of the project. */

export const ROOT = new URL("../../", import.meta.url).pathname;

/** What is installed and bundled, kept from run to run. */
export const CACHE = `${ROOT}node_modules/.cache/bench`;

const folders = new Set<string>();

/** Removes what temporary folders are left: for when the bench is told to stop. */
export function removeFolders(): void {
  for (const path of folders) Deno.removeSync(path, { recursive: true });
}

/** A folder on the disk that is measured, removed after use. */
export async function temporaryFolder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await Deno.makeTempDir({ prefix: "peyk-bench-", dir: Deno.env.get("BENCH_DIR") });
  folders.add(path);
  return {
    path,
    async [Symbol.asyncDispose]() {
      await Deno.remove(path, { recursive: true });
      folders.delete(path);
    },
  };
}
