import { listFiles } from "../load.ts";
import type { AssetSource } from "./config.ts";

/** Files to be served as they are: those in `static/`, and those that the configuration names. */
export function staticSources(root: string, assets: readonly AssetSource[] = []): AssetSource[] {
  const own = listFiles(`${root}/static`).map((file) => ({ from: `${root}/static/${file}`, to: file }));
  const others = assets.map(({ from, to }) => ({
    from: from.startsWith("./") ? `${root}/${from.slice(2)}` : packageFile(root, from),
    to,
  }));
  return [...own, ...others];
}

/** A file of a package: in the nearest node_modules, since a project may lie within another. */
function packageFile(root: string, path: string): string {
  const name = path.replace(/^node_modules\//, "");
  for (let dir = root;; dir = dir.slice(0, dir.lastIndexOf("/"))) {
    const file = `${dir}/node_modules/${name}`;
    try {
      Deno.statSync(file);
      return file;
    } catch {
      if (dir === "") throw new Error(`No package has the file ${name}: is it in deno.json and installed?`);
    }
  }
}
