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

const RESOURCE_POLICY = "cross-origin-resource-policy";

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
  // Of all requests an operator needs those that failed; what clients do wrong would fill the log.
  ctx.state.app.log[response.status >= 500 ? "info" : "debug"]("request", {
    request_id: ctx.state.request_id,
    method,
    path,
    status: response.status,
    took_ms,
  });
  // The answer to an upgrade is the runtime's own and must go back as it came.
  if (response.status === 101) return response;
  response.headers.set("x-request-id", ctx.state.request_id);
  // Who signs out at a borrowed machine does not want to be read by going back.
  return dress(
    response,
    isApiPath(path) || ctx.state.actor || ctx.state.visitor ? "no-store" : "private, no-cache",
  );
}

/**
 * Puts on what every answer wears.
 * @param response one whose headers can be changed
 * @param keeping how long it may be kept if it does not say so itself, as files do
 */
export function dress(response: Response, keeping: "no-store" | "private, no-cache"): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries(HEADERS)) if (!headers.has(name)) headers.set(name, value);
  if (!headers.has("cache-control")) headers.set("cache-control", keeping);
  // What is somebody's own is no part of another site's page; files may be.
  const is_public = headers.get("cache-control")!.startsWith("public");
  if (!is_public && !headers.has(RESOURCE_POLICY)) headers.set(RESOURCE_POLICY, "same-origin");
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
