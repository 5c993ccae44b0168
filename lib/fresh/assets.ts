import type { VNode } from "preact";
import { currentRendering } from "./islands.ts";
import type { Manifest } from "./snapshot.ts";

/** For calls outside of a rendering; set when a build is loaded. A constant of the build, not of a server. */
let latest: { assets: Record<string, string>; basePath: string } = { assets: {}, basePath: "" };

export function useAssetsOf(manifest: Manifest | null, basePath: string): void {
  if (manifest) latest = { assets: manifest.assets, basePath };
}

/**
 * The address under which a static file may be kept for ever: it changes with the content. Paths that
 * no build knows come back as they are.
 * @param path as in `static/`, such as "/logo.svg"
 */
export function asset(path: string): string {
  const site = currentRendering()?.site;
  const assets = site ? site.snapshot.manifest?.assets : latest.assets;
  const basePath = site ? site.config.basePath : latest.basePath;
  return hashedAddress(path, assets, basePath);
}

/** `asset()` for every address of a srcset. */
export function assetSrcSet(srcset: string): string {
  return srcset.split(",").map((part) => part.replace(/\S+/, asset)).join(",");
}

/** Rewrite `src` and `srcset` of an image, unless it asks not to be. */
export function lockAddress(vnode: VNode, manifest: Manifest | null): void {
  if (manifest === null) return;
  const props = vnode.props as Record<string, unknown>;
  if ("data-fresh-disable-lock" in props) return;
  const { src, srcset, srcSet } = props;
  if (typeof src === "string") props.src = asset(src);
  if (typeof srcset === "string") props.srcset = assetSrcSet(srcset);
  if (typeof srcSet === "string") props.srcSet = assetSrcSet(srcSet);
}

function hashedAddress(
  path: string,
  assets: Record<string, string> | undefined,
  basePath: string,
): string {
  const hash = path.indexOf("#");
  const bare = hash === -1 ? path : path.slice(0, hash);
  const hashed = assets?.[bare];
  return hashed === undefined ? path : basePath + hashed + path.slice(bare.length);
}
