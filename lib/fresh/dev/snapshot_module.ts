/**
 * A module that imports all routes and islands and holds the manifest: what a program needs that was
 * compiled into one executable, where no folder can be read. It lies in `_fresh/`, beside `static/`.
 */
export function snapshotModule(routes: string[], islands: string[]): string {
  const imports = (name: string, dir: string, files: string[]) =>
    files.map((file, i) => `import * as ${name}${i} from ${specifier(`${dir}${file}`)};`);
  const list = (name: string, files: string[]) =>
    files.map((file, i) => `    [${JSON.stringify(file)}, ${name}${i}],`);
  return [
    "// Written by the build.",
    `import manifest from "./manifest.json" with { type: "json" };`,
    ...imports("route", "../routes/", routes),
    ...imports("island", "../", islands),
    "",
    "export default {",
    `  staticDir: import.meta.dirname + "/static",`,
    "  manifest,",
    "  routes: [",
    ...list("route", routes),
    "  ],",
    "  islands: [",
    ...list("island", islands),
    "  ],",
    "};",
    "",
  ].join("\n");
}

/** File names as module specifiers: what means something in a URL is escaped. */
function specifier(path: string): string {
  return JSON.stringify(
    path.split("/").map((part) => part === ".." ? part : encodeURIComponent(part)).join("/"),
  );
}
