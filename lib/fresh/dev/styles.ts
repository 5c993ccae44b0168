import type { BuildConfig } from "./config.ts";
import { contentHash, hashedName, writeFile } from "./files.ts";
import { sourceFiles } from "./stale.ts";

/**
 * Have the configured function make the stylesheet and write it under a hashed name.
 * @returns files written, relative to the folder of static files
 */
export async function buildStylesheet(
  config: BuildConfig,
  root: string,
  outDir: string,
  sources: string[],
  assets: Record<string, string>,
): Promise<string[]> {
  if (!config.stylesheet) return [];
  const files = sourceFiles(root, sources).filter((file) => /\.[jt]sx?$/.test(file));
  const css = rewriteUrls(await config.stylesheet({ root, files }), assets);
  if (css.trim() === "") return [];
  const content = new TextEncoder().encode(css);
  const name = hashedName("css/styles.css", contentHash(content));
  await writeFile(outDir, name, content);
  return [name];
}

/** Point `url(/fonts/x.woff2)` at the hashed address; addresses that no file has stay. */
export function rewriteUrls(css: string, assets: Record<string, string>): string {
  return css.replace(
    /url\(\s*(["']?)(\/[^"')#?\s]*)([#?][^"')]*)?\1\s*\)/g,
    (whole, quote, path, rest = "") => {
      const hashed = Object.hasOwn(assets, path) ? assets[path] : undefined;
      return hashed === undefined ? whole : `url(${quote}${hashed}${rest}${quote})`;
    },
  );
}
