import { type ComponentChildren, isValidElement, toChildArray, type VNode } from "preact";
import { jsx } from "preact/jsx-runtime";
import { currentRendering } from "./islands.ts";

/** A `<head>` made by HeadElement, which must not be replaced again. */
export interface HeadVNode extends VNode {
  rendersHead?: true;
}

/** Elements for the head, by what makes two of them the same; in order of first appearance. */
export type HeadElements = Map<string, ComponentChildren>;

/**
 * Adds its children to the document's head, from anywhere in the tree. Of two with the same key (a
 * title; the same `key`, `id`, or `name` of a meta) the one rendered last stays. They are rendered apart
 * from the tree, so context of providers around does not reach components among them.
 */
export function Head({ children }: { children?: ComponentChildren }): null {
  const rendering = currentRendering();
  if (rendering) addToHead(rendering.head, children);
  return null;
}

/** Stands in for `<head>`: its children join those of Head components and are put back together. */
export function HeadElement({ children, ...attributes }: Record<string, unknown>): VNode {
  const rendering = currentRendering();
  if (rendering) addToHead(rendering.head, children as ComponentChildren);
  const node: HeadVNode = jsx("head", attributes);
  node.rendersHead = true;
  return node;
}

function addToHead(head: HeadElements, children: ComponentChildren): void {
  for (const child of toChildArray(children)) {
    if (typeof child === "object" && child.type === Head) {
      addToHead(head, (child.props as { children?: ComponentChildren }).children);
    } else head.set(headKey(child) ?? `#${head.size}`, child);
  }
}

function headKey(child: ComponentChildren): string | null {
  if (!isValidElement(child)) return null;
  if (child.type === "title") return "title";
  const { id, name } = child.props as { id?: unknown; name?: unknown };
  // toChildArray leaves explicit keys alone.
  if (child.key !== undefined && child.key !== null) return `key:${String(child.key)}`;
  if (id !== undefined && id !== null) return `id:${String(id)}`;
  return child.type === "meta" && name !== undefined ? `meta:${String(name)}` : null;
}
