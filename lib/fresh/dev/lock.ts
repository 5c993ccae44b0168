import { tmpdir } from "node:os";
import { contentHash } from "./files.ts";

/** Run something while no other process does the same for that folder. Ends with the process, too. */
export async function exclusively<T>(dir: string, run: () => Promise<T>): Promise<T> {
  const path = `${tmpdir()}/fresh-build-${contentHash(dir)}.lock`;
  using file = await Deno.open(path, { create: true, write: true });
  await file.lock(true);
  return await run();
}
