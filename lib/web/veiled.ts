import { veil } from "@/lib/chat/veil.ts";
import type { State } from "./state.ts";

/**
 * An answer as visitors of sites, and pages with nothing but a public key, may have it: around all routes, so that none
 * of them can forget it. A site's own server reads what members read.
 */
export async function veiled(response: Response, { visitor, call }: State): Promise<Response> {
  const is_outside = visitor !== null || call?.by === "page";
  const is_json = response.headers.get("content-type")?.startsWith("application/json");
  if (!is_outside || !is_json || !response.ok) return response;
  return new Response(JSON.stringify(await response.json(), veil), response);
}
