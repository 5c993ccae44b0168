import type { Context } from "fresh";
import { isApiPath } from "./path.ts";
import type { State } from "./state.ts";

/** What every answer wears unless it says otherwise itself. The Content-Security-Policy stands apart. */
const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
} as const;

/**
 * Names the request and dresses its answer, error pages and files included: it stands in front of all
 * routes (`app.use`), not among them.
 */
export async function guardHeaders(ctx: Context<State>): Promise<Response> {
  ctx.state.request_id = crypto.randomUUID().slice(0, 13);
  const started = performance.now();
  const response = mutable(await ctx.next());
  const { method } = ctx.req;
  const { pathname: path } = ctx.url;
  // The path alone: what stands behind "?" may be a secret.
  const took_ms = Math.round((performance.now() - started) * 10) / 10;
  ctx.state.app.log.debug("request", {
    request_id: ctx.state.request_id,
    method,
    path,
    status: response.status,
    took_ms,
  });
  // The answer to an upgrade is the runtime's own and must go back as it came.
  if (response.status === 101) return response;
  response.headers.set("x-request-id", ctx.state.request_id);
  return dress(response, path);
}

/** Puts on what every answer wears. @param response one whose headers can be changed */
export function dress(response: Response, path: string): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has("cache-control")) {
    // Somebody's own; files that may be kept say so themselves.
    headers.set("cache-control", isApiPath(path) ? "no-store" : "private, no-cache");
  }
  return response;
}

/** Redirects and fetched responses have headers that cannot be changed. */
export function mutable(response: Response): Response {
  if (response.status === 101) return response;
  try {
    response.headers.delete("x-powered-by");
    return response;
  } catch {
    return new Response(response.body, response);
  }
}
