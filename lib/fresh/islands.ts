import { options, type VNode } from "preact";
import { jsx, jsxTemplate } from "preact/jsx-runtime";
import { HeadElement, type HeadVNode } from "./head.ts";
import { lockAddress } from "./assets.ts";
import { BodyElement, type BodyVNode, type Rendering } from "./document.ts";
import { isKept, keptNode } from "./kept.ts";
import type { Snapshot } from "./snapshot.ts";

type Component = (props: Record<string, unknown>) => VNode | null;

/** A component that the browser hydrates. */
export interface Island {
  /** Its file, relative to the root. */
  file: string;
  exportName: string;
  /** Stands in for the component while the server renders. */
  host: Component;
}

/** Islands of an application by their component. */
export type IslandTable = ReadonlyMap<unknown, Island>;

/** One use of an island on a page. */
export interface IslandUse {
  island: Island;
  props: Record<string, unknown>;
}

/** The rendering that is going on; set for the length of one synchronous call. */
let current: Rendering | null = null;

/** Marks nodes that a host made and that must not be replaced again. */
const ORIGINAL = Symbol("original");
type Markable = VNode & { [ORIGINAL]?: true; __m?: [number, number] };

/** Run one synchronous rendering with its islands, head elements and asset addresses collected. */
export function collecting<T>(rendering: Rendering, render: () => T): T {
  const outer = current;
  current = rendering;
  try {
    return render();
  } finally {
    current = outer;
  }
}

/** What is being rendered now, null outside. */
export function currentRendering(): Rendering | null {
  return current;
}

/** Every exported function of an island file whose name may be a component's, and the default export. */
export function islandTable({ islands, manifest }: Snapshot): IslandTable {
  const table = new Map<unknown, Island>();
  for (const [file, exports] of islands) {
    // Without a script it is a plain component: there is no build, or the build does not know it.
    if (!manifest?.islands[file]) continue;
    for (const [exportName, value] of Object.entries(exports)) {
      if (typeof value !== "function" || !/^(default|[A-Z])/.test(exportName) || table.has(value)) continue;
      const island: Island = { file, exportName, host: () => null };
      island.host = (props) => renderIsland(island, value as Component, props);
      table.set(value, island);
    }
  }
  return table;
}

/**
 * An island's HTML between two comments. Comments rather than an element: no layout or selector sees
 * them. An island within an island is a plain component, its outer one hydrates it.
 */
function renderIsland(island: Island, component: Component, props: Record<string, unknown>): VNode {
  const node = markOriginal(jsx(component, props));
  if (current === null || current.insideIsland) return node;
  const index = current.uses.push({ island, props }) - 1;
  // useId counts within the nearest node that carries a mask: the same number here and in the browser.
  node.__m = islandMask(index);
  return jsxTemplate([`<!--fresh:${index}-->`, "<!--/fresh-->"], jsx(Inside, { children: node }));
}

/** The hook counter of an island's root, equal on both sides. */
export function islandMask(index: number): [number, number] {
  return [index + 1, 0];
}

/** Notes for its subtree that an island is open; `diffed` below closes it. */
function Inside({ children }: { children: VNode }): VNode {
  if (current) current.insideIsland = true;
  return children;
}

function markOriginal(node: Markable): Markable {
  node[ORIGINAL] = true;
  return node;
}

interface Hooks {
  /** Before a node is rendered. */
  __b?: (vnode: Markable) => void;
  diffed?: (vnode: VNode) => void;
}

/** Called once, when the server's module graph loads: Preact has one set of hooks for all renderers. */
export function installRenderHooks(): void {
  const hooks = options as unknown as Hooks;
  const { __b: before, diffed } = hooks;
  hooks.__b = (vnode) => {
    if (current !== null) replaceNode(vnode, current);
    before?.(vnode);
  };
  hooks.diffed = (vnode) => {
    if (current !== null && vnode.type === Inside) current.insideIsland = false;
    diffed?.(vnode);
  };
}

function replaceNode(vnode: Markable, rendering: Rendering): void {
  const type = vnode.type;
  if (typeof type === "function") {
    if (vnode[ORIGINAL]) return;
    const island = rendering.site.islands.get(type);
    if (island !== undefined) vnode.type = island.host as VNode["type"];
    else if (isKept(type)) {
      const node = keptNode(type, vnode.props, markOriginal);
      if (node !== null) vnode.type = () => node;
    }
  } else if (type === "head") {
    if (!(vnode as HeadVNode).rendersHead) vnode.type = HeadElement as VNode["type"];
  } else if (type === "body") {
    if (!(vnode as BodyVNode).rendersBody) vnode.type = BodyElement as VNode["type"];
  } else if (type === "img" || type === "source") {
    lockAddress(vnode, rendering.site.snapshot.manifest);
  }
}
