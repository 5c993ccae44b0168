import type { Context } from "fresh";
import type { State } from "./state.ts";

/** The scripts that pages of other origins have, at the addresses that stay and at the hashed ones. */
const EMBEDDED = /^(\/_fresh)?\/widget[\w-]*\.m?js$/;

/** Pages that load it one after the other ask once in five minutes whether it is still the same. */
const MINUTES = "public, max-age=300";

/**
 * Lets any page have the widget's scripts: as modules, with `crossorigin`, and where it wants to be isolated
 * (`Cross-Origin-Embedder-Policy`). Nothing in them is anybody's own.
 */
export async function embedded(ctx: Context<State>): Promise<Response> {
  const response = await ctx.next();
  if (!EMBEDDED.test(ctx.path) || response.status >= 400) return response;
  const { headers } = response;
  headers.set("access-control-allow-origin", "*");
  headers.set("cross-origin-resource-policy", "cross-origin");
  if (!headers.get("cache-control")?.includes("immutable")) headers.set("cache-control", MINUTES);
  return response;
}
