/**
 * What becomes of a request:
 * - `asset`: its address holds a hash of its content, so what is kept is true for ever;
 * - `page`: a page of somebody's own that is kept to be read without a network;
 * - `visit`: whatever else is opened; nothing of it is kept, and without a network one is told so;
 * - `picture`: a small picture, from the network if there is one;
 * - `forget`: somebody comes or goes: what was kept of whoever was here is thrown away first;
 * - `pass`: none of the worker's business. All of the API is.
 */
export type Plan = "asset" | "page" | "visit" | "picture" | "forget" | "pass";

/** Pages that can be read without a network: the list, and rooms. */
const KEPT_PAGES = /^\/chat(\/list|\/c\/\d{1,16})?$/;

export function isKept(path: string): boolean {
  return KEPT_PAGES.test(path);
}

/** Whether a page is one of the chat, in which every room can be shown. */
export function isChat(path: string): boolean {
  return isKept(path.replace(/(.)\/+$/, "$1"));
}

/** Where one signs in or out: as pages' forms, and as programs do it. */
const DOORS = /^\/(login|logout|register|setup|reset-password)$/;
const API_DOORS = /^\/api(\/v1)?\/auth\/(login|logout|register|setup|reset-password)$/;

/** What of a request decides. */
type Asked = Pick<Request, "method" | "mode" | "url" | "destination">;

export function planFor({ method, mode, url, destination }: Asked, origin: string): Plan {
  const { origin: asked, pathname } = new URL(url);
  if (asked !== origin) return "pass";
  const path = pathname.replace(/(.)\/+$/, "$1");
  if (method !== "GET") {
    return method === "POST" && (DOORS.test(path) || API_DOORS.test(path)) ? "forget" : "pass";
  }
  if (mode === "navigate") return isKept(path) ? "page" : "visit";
  if (path.startsWith("/_fresh/") && path !== "/_fresh/alive") return "asset";
  // Pictures of people and small ones of messages; how large one is shows when it comes.
  return path.startsWith("/files/") && destination === "image" ? "picture" : "pass";
}

/** Addresses of the built files that a page names: scripts, styles and faces. */
export function assetsOf(html: string): string[] {
  return [
    ...new Set(Array.from(html.matchAll(/(?:href|src)="(\/_fresh\/[^"]+)"/g), ([, address]) => address!)),
  ];
}

/** Addresses of the small pictures that a page shows. */
export function picturesOf(html: string): string[] {
  return [...new Set(Array.from(html.matchAll(/src="(\/files\/[^"]+)"/g), ([, address]) => address!))];
}

/** The page as it is shown from what was kept: it knows since when. */
export function marked(html: string, kept_at: number): string {
  return html.replace("<html ", `<html data-kept="${kept_at}" `);
}
