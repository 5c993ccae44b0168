import type { ComponentChildren } from "preact";
import { Fragment, jsx } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { HeadElements } from "./head.ts";
import { collecting, type IslandUse } from "./islands.ts";
import { serializeIslands } from "./props.ts";
import type { Site } from "./render.ts";
import type { Manifest } from "./snapshot.ts";

/** What one document gathers while it is rendered. */
export interface Rendering {
  // deno-lint-ignore no-explicit-any -- the State of an application does not matter here
  readonly site: Site<any>;
  readonly uses: IslandUse[];
  readonly head: HeadElements;
  insideIsland: boolean;
}

/**
 * A whole HTML document. What was gathered is put in by position rather than by walking the tree: head
 * elements before the first `</head>` (the head stands first and its text is escaped), the islands'
 * props and the boot script before the last `</body>`.
 */
export function renderDocument<State>(site: Site<State>, node: ComponentChildren): string {
  const rendering: Rendering = { site, uses: [], head: new Map(), insideIsland: false };
  const [body, head] = collecting(rendering, () => {
    const body = renderToString(jsx(Fragment, { children: node }));
    return [body, renderToString(jsx(Fragment, { children: [...rendering.head.values()] }))];
  });
  const links = head + linksOf(site, rendering.uses);
  const scripts = scriptsOf(site, rendering.uses);
  if (!body.startsWith("<html")) {
    return `<!DOCTYPE html><html><head><meta charset="utf-8">${links}</head><body>${body}${scripts}</body></html>`;
  }
  return "<!DOCTYPE html>" +
    insert(insert(body, body.lastIndexOf("</body>"), scripts), body.indexOf("</head>"), links);
}

function insert(html: string, at: number, addition: string): string {
  if (addition === "") return html;
  return at === -1 ? html + addition : html.slice(0, at) + addition + html.slice(at);
}

/** Stylesheets, and the scripts that the page's islands need, to be fetched before they are asked for. */
function linksOf<State>(site: Site<State>, uses: IslandUse[]): string {
  const { manifest } = site.snapshot;
  if (manifest === null) return "";
  const { basePath } = site.config;
  let links = "";
  for (const url of manifest.stylesheets) links += `<link rel="stylesheet" href="${basePath}${url}">`;
  for (const url of preloads(manifest, uses)) links += `<link rel="modulepreload" href="${basePath}${url}">`;
  return links;
}

function preloads(manifest: Manifest, uses: IslandUse[]): Set<string> {
  const urls = new Set<string>();
  const { boot } = manifest;
  for (const { island } of uses) {
    const scripts = manifest.islands[island.file]!;
    for (const url of [boot.url, ...boot.imports, scripts.url, ...scripts.imports]) urls.add(url);
  }
  return urls;
}

function scriptsOf<State>(site: Site<State>, uses: IslandUse[]): string {
  const { manifest } = site.snapshot;
  if (manifest === null) return "";
  const { basePath, mode } = site.config;
  let scripts = "";
  if (uses.length > 0) {
    const payload = serializeIslands(
      uses,
      uses.map(({ island }) => basePath + manifest.islands[island.file]!.url),
    );
    scripts = `<script type="application/json" id="fresh-islands">${payload}</script>` +
      `<script type="module" src="${basePath}${manifest.boot.url}"></script>`;
  }
  if (mode === "development" && manifest.reload) {
    scripts += `<script type="module" src="${basePath}${manifest.reload}"></script>`;
  }
  return scripts;
}
