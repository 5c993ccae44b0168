/** Where a page in development asks whether its server is still the one that rendered it. */
export const ALIVE = "/_fresh/alive";

const id = crypto.randomUUID();

/**
 * One event with the id of this process, then the end; the browser asks again by itself. An answer held
 * open would keep the server from stopping, which it does at every change.
 */
export function alive(): Response {
  return new Response(`retry: 500\ndata: ${id}\n\n`, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
