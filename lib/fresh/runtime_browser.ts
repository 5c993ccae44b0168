/** What `fresh/runtime` is in the browser: the builder puts it in the place of `runtime.ts`. */
import { hashedAddress } from "./addresses.ts";

export { HttpError } from "./http_error.ts";

/** Filled in by the builder. */
declare const FRESH_ASSETS: Record<string, string>;

/** True in the browser. */
export const IS_BROWSER: boolean = true;

/** The address under which a static file may be kept for ever; the same as on the server. */
export function asset(path: string): string {
  return hashedAddress(path, FRESH_ASSETS);
}

/** `asset()` for every address of a srcset. */
export function assetSrcSet(srcset: string): string {
  return srcset.split(",").map((part) => part.replace(/\S+/, asset)).join(",");
}

/** Did its work while the server rendered; what it holds does not follow later changes of state. */
export function Head(_: { children?: unknown }): null {
  return null;
}
