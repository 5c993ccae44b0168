import type { VNode } from "preact";
import { hashedAddress } from "./addresses.ts";
import { currentRendering } from "./islands.ts";
import type { Manifest } from "./snapshot.ts";

/** For calls outside of a rendering; set when a build is loaded. A constant of the build, not of a server. */
let latest: Record<string, string> = {};

export function rememberAssets(manifest: Manifest | null): void {
  if (manifest) latest = manifest.assets;
}

/**
 * The address under which a static file may be kept for ever: it changes with the content. Paths that
 * no build knows come back as they are.
 * @param path as in `static/`, such as "/logo.svg"
 */
export function asset(path: string): string {
  const rendering = currentRendering();
  return hashedAddress(path, rendering ? rendering.site.snapshot.manifest?.assets : latest);
}

/** `asset()` for every address of a srcset. */
export function assetSrcSet(srcset: string): string {
  return srcset.split(",").map((part) => part.replace(/\S+/, asset)).join(",");
}

/** Rewrite `src` and `srcset` of an image, unless it asks not to be. */
export function lockAddress(vnode: VNode, manifest: Manifest | null): void {
  const props = vnode.props as Record<string, unknown>;
  if (manifest === null || "data-fresh-disable-lock" in props) return;
  for (const name of ["src", "srcset", "srcSet"]) {
    const value = props[name];
    if (typeof value === "string") props[name] = name === "src" ? asset(value) : assetSrcSet(value);
  }
}
