import { Builder, type BuildOptions } from "fresh/dev";
import config from "./fresh.config.ts";

const builder = new Builder(config);

/** Build for production; with `ifStale` only when the sources changed since the last time. */
export async function build(options: BuildOptions = {}): Promise<void> {
  // Under `deno task dev` the build is kept up to date from outside.
  if (Deno.env.get("FRESH_DEV") === "1") return;
  await builder.build(options);
}

if (import.meta.main) {
  if (Deno.args.includes("build")) {
    const manifest = await builder.build();
    if (manifest) console.log(await builder.report(manifest));
  } else {
    await builder.listen({ args: Deno.args });
  }
}
