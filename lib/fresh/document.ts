import type { ComponentChildren, VNode } from "preact";
import { Fragment, jsx } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import type { HeadElements } from "./head.ts";
import { collecting, currentRendering, type IslandUse } from "./islands.ts";
import { serializeIslands } from "./props.ts";
import type { Site } from "./render.ts";
import type { Manifest } from "./snapshot.ts";

/** What one document gathers while it is rendered. */
export interface Rendering {
  // deno-lint-ignore no-explicit-any -- the State of an application does not matter here
  readonly site: Site<any>;
  readonly uses: IslandUse[];
  readonly head: HeadElements;
  /** What stands in `<body>`, null as long as none was met. */
  body: string | null;
  insideIsland: boolean;
}

/**
 * A whole HTML document: the rendered tree, with what was gathered put in before `</head>` and
 * `</body>`. Both ends are found in the little that is left when the body's content is rendered apart:
 * searching a whole page, and cutting it there, costs as much as a quarter of rendering it.
 */
export function renderDocument<State>(site: Site<State>, node: ComponentChildren): string {
  const rendering: Rendering = { site, uses: [], head: new Map(), body: null, insideIsland: false };
  const [html, head] = collecting(rendering, () => {
    const html = renderToString(jsx(Fragment, { children: node }));
    return [html, renderToString(jsx(Fragment, { children: [...rendering.head.values()] }))];
  });
  const links = head + linksOf(site, rendering.uses);
  const scripts = scriptsOf(site, rendering.uses);
  if (rendering.body === null && !html.startsWith("<html")) {
    return `<!DOCTYPE html><html><head><meta charset="utf-8">${links}</head><body>${html}${scripts}</body></html>`;
  }
  const content = rendering.body ?? "";
  const bodyEnd = rendering.body === null ? html.length : html.lastIndexOf("</body>");
  const headEnd = html.indexOf("</head>");
  if (headEnd === -1) {
    return `<!DOCTYPE html>${html.slice(0, bodyEnd)}${links}${content}${scripts}${html.slice(bodyEnd)}`;
  }
  return `<!DOCTYPE html>${html.slice(0, headEnd)}${links}${html.slice(headEnd, bodyEnd)}` +
    `${content}${scripts}${html.slice(bodyEnd)}`;
}

/**
 * Stands in for `<body>`: renders what is in it apart, with the context that it would have had.
 * @param context all context values at this place, which Preact hands to function components
 */
export function BodyElement({ children, ...attributes }: Record<string, unknown>, context?: unknown): VNode {
  const rendering = currentRendering();
  const node: BodyVNode = jsx("body", rendering ? attributes : { ...attributes, children });
  node.rendersBody = true;
  if (rendering) rendering.body = renderToString(jsx(Fragment, { children: children as VNode }), context);
  return node;
}

/** A `<body>` made by BodyElement, which must not be replaced again. */
export interface BodyVNode extends VNode {
  rendersBody?: true;
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
