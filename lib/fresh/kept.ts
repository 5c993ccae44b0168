import type { ComponentType, VNode } from "preact";
import { jsx, jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";

/**
 * A component whose HTML the server keeps and gives again. `keptBy` tells all that the HTML follows from, as
 * one text; null for what is not to be kept. Nothing has to be forgotten when something changes: other
 * input is another key. Such a component must use neither `useId`, context nor `Head`, and no island.
 */
export interface KeptComponent {
  keptBy(props: unknown): string | null;
}

/** Pieces of HTML of one component, in each of two generations: the older one is let go of as a whole. */
const GENERATION = 1000;
/** A longer piece is not worth its memory, in UTF-16 units. */
const PIECE_MAX = 16_000;

class Pieces {
  #young = new Map<string, string>();
  #old = new Map<string, string>();

  get(key: string): string | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old !== undefined) this.set(key, old);
    return old;
  }

  set(key: string, html: string): void {
    if (html.length > PIECE_MAX) return;
    if (this.#young.size >= GENERATION) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, html);
  }
}

const kept = new WeakMap<object, Pieces>();

/** Whether a component asks for it. */
export function isKept(type: unknown): type is KeptComponent {
  return typeof type === "function" && "keptBy" in type;
}

/** A node in the place of a kept component: its HTML as it is. Null where it is to be rendered as usual. */
export function keptNode(
  type: KeptComponent & object,
  props: object,
  mark: (node: VNode) => VNode,
): VNode | null {
  const key = type.keptBy(props);
  if (key === null) return null;
  let pieces = kept.get(type);
  if (!pieces) kept.set(type, pieces = new Pieces());
  let html = pieces.get(key);
  if (html === undefined) {
    html = renderToString(mark(jsx(type as unknown as ComponentType, props)));
    pieces.set(key, html);
  }
  return jsxTemplate([html]);
}
