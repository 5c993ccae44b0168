/** What islands and components may import; the browser gets `runtime_browser.ts` in its place. */
export { asset, assetSrcSet } from "./assets.ts";
export { Head } from "./head.ts";
export { HttpError } from "./http_error.ts";

/** True in the browser. */
export const IS_BROWSER: boolean = false;
