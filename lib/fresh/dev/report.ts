import type { IslandScripts, Manifest } from "../snapshot.ts";
import { gzipBest } from "./files.ts";

interface Size {
  raw: number;
  gzip: number;
}

/** A table of what browsers load: each island with the chunks it shares, boot, standalone scripts, styles. */
export async function sizeReport(manifest: Manifest, staticDir: string): Promise<string> {
  const measured = await measure(manifest, staticDir);
  const sum = (urls: Iterable<string>) => total([...urls].map((url) => measured.get(url)!));
  const withImports = ({ url, imports }: IslandScripts) => sum(new Set([url, ...imports]));
  const scripts = [...measured.keys()].filter((url) => url.startsWith("/_fresh/js/"));
  const own = [...measured.keys()].filter((url) => !url.startsWith("/_fresh/"));
  const rows: [string, Size][] = [
    ...Object.entries(manifest.islands).map(([file, of]): [string, Size] => [file, withImports(of)]),
    ["boot alone", measured.get(manifest.boot.url)!],
    ["boot with preact and signals", withImports(manifest.boot)],
    ["all scripts", sum(scripts)],
    ...own.map((url): [string, Size] => [url, measured.get(url)!]),
    ...manifest.stylesheets.map((url): [string, Size] => [url, measured.get(url)!]),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, { raw, gzip }]) => `${name.padEnd(width)}  ${kilo(raw)}  gzip ${kilo(gzip)}`).join(
    "\n",
  );
}

/** Sizes of scripts and stylesheets by address. */
async function measure(manifest: Manifest, staticDir: string): Promise<Map<string, Size>> {
  const wanted = Object.entries(manifest.files).filter(([url]) => /\.(js|css)$/.test(url));
  const sizes = await Promise.all(wanted.map(async ([url, { file }]): Promise<[string, Size]> => {
    const content = await Deno.readFile(`${staticDir}/${file}`);
    return [url, { raw: content.byteLength, gzip: (await gzipBest(content)).byteLength }];
  }));
  return new Map(sizes);
}

function total(sizes: Size[]): Size {
  return sizes.reduce((sum, size) => ({ raw: sum.raw + size.raw, gzip: sum.gzip + size.gzip }), {
    raw: 0,
    gzip: 0,
  });
}

function kilo(bytes: number): string {
  return `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
}
