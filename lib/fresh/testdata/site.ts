import { fileURLToPath } from "node:url";
import { Builder } from "fresh/dev";
import type { BuildConfig } from "fresh/dev";
import { listFiles } from "../load.ts";

const SITE = fileURLToPath(new URL("./site", import.meta.url));

/** A copy of the sample site, in which a test may build and write. */
export interface SampleSite extends AsyncDisposable {
  root: string;
  builder: Builder;
  write(path: string, content: string): Promise<void>;
}

/** @param config what the builder is told besides the root */
export async function sampleSite(config: BuildConfig = {}): Promise<SampleSite> {
  const root = await Deno.makeTempDir({ prefix: "fresh-site-" });
  const write = async (path: string, content: string) => {
    await Deno.mkdir(`${root}/${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
    await Deno.writeTextFile(`${root}/${path}`, content);
  };
  for (const file of listFiles(SITE)) await write(file, await Deno.readTextFile(`${SITE}/${file}`));
  await write("deno.json", `{"imports": {"@/": "./"}}`);
  return {
    root,
    builder: new Builder({ ...config, root }),
    write,
    [Symbol.asyncDispose]: () => Deno.remove(root, { recursive: true }),
  };
}
