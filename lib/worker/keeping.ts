import { assetsOf, marked, picturesOf } from "./plan.ts";

/** Names of the caches; another number throws what was kept under the former away. */
export const CACHES = {
  /** Built files: the same for everybody. */
  assets: "peyk-assets-1",
  /** What is said where nothing can be shown. */
  shell: "peyk-shell-1",
  /** What one person has read here. */
  kept: "peyk-kept-1",
  /** Small pictures that this person has seen. */
  pictures: "peyk-pictures-1",
} as const;

/** Entries kept at most; the oldest go first. */
const ASSETS_MAX = 160;
const PICTURES_MAX = 150;
const PAGES_MAX = 40;
/** Larger ones are not kept, in bytes. */
const PICTURE_MAX = 150_000;
const KEPT_AT = "x-kept-at";

/** Raised when somebody comes or goes: what was asked for before belongs to whoever was here. */
let era = 0;

/** The newest pictures of a page that are fetched to be kept, where they came before the worker did. */
const PICTURES_OF_PAGE = 30;

/** Throws away all that was kept of a person. */
export async function forget(): Promise<void> {
  era++;
  await Promise.all([caches.delete(CACHES.kept), caches.delete(CACHES.pictures)]);
}

/** Keeps a page in the place of the one before, with all files that it needs. */
export async function keepPage(path: string, response: Response): Promise<void> {
  const since = era;
  // Led away from one's own page: the session has ended.
  if (response.type === "opaqueredirect" || response.redirected || response.status === 401) {
    return await forget();
  }
  if (!response.ok || !response.headers.get("content-type")?.startsWith("text/html")) return;
  const html = await response.text();
  const headers = new Headers(response.headers);
  headers.set(KEPT_AT, String(Date.now()));
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const needed = assetsOf(html);
  await keepAssets(needed);
  const cache = await caches.open(CACHES.kept);
  // Put at the end: those read longest ago go first. What came after a page lies beside it, see `kept.ts`.
  await cache.delete(path, { ignoreVary: true });
  // Somebody may have left in the meantime.
  if (since !== era) return;
  await cache.put(path, new Response(html, { headers }));
  if (since === era) await trim(CACHES.kept, PAGES_MAX, new Set(["/chat", "/chat/list"]));
  await trim(CACHES.assets, ASSETS_MAX, new Set(needed));
  if (since === era) await keepPictures(picturesOf(html).slice(-PICTURES_OF_PAGE));
  // In the language and look that one has by now.
  if (rootOf(html) !== rootOf(await (await shell()).text())) await keepShell();
}

const rootOf = (html: string) => /<html [^>]*>/.exec(html)?.[0];

/** A page as it was last read; undefined where none was. */
export async function keptPage(path: string): Promise<Response | undefined> {
  const found = await (await caches.open(CACHES.kept)).match(path, { ignoreVary: true });
  if (!found) return;
  const html = marked(await found.text(), Number(found.headers.get(KEPT_AT)));
  return new Response(html, { headers: found.headers });
}

async function keepPictures(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHES.pictures);
  for (const address of addresses) {
    if (!await cache.match(address, { ignoreVary: true })) {
      await picture(new Request(address)).catch(() => {});
    }
  }
}

/** Keeps built files that are not kept yet. */
export async function keepAssets(addresses: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHES.assets);
  await Promise.all(addresses.map(async (address) => {
    if (!await cache.match(address, { ignoreVary: true })) await cache.add(address);
  }));
}

/** A built file: what is kept under its address can be nothing else. */
export async function asset(request: Request): Promise<Response> {
  const cache = await caches.open(CACHES.assets);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok && response.status === 200) await cache.put(request, response.clone()).catch(() => {});
  return response;
}

/** A small picture, from the network if there is one: whoever may not see it any more is told so there. */
export async function picture(request: Request): Promise<Response> {
  const since = era;
  const cache = await caches.open(CACHES.pictures);
  try {
    const response = await fetch(request);
    const size = Number(response.headers.get("content-length") ?? PICTURE_MAX);
    if (response.status === 200 && size < PICTURE_MAX && since === era) {
      await cache.put(request, response.clone()).catch(() => {});
      await trim(CACHES.pictures, PICTURES_MAX, new Set());
    } else if (response.status >= 400) await cache.delete(request);
    return response;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw error;
  }
}

/** What is said where there is no network and nothing that was read. */
export async function keepShell(): Promise<void> {
  const response = await fetch("/offline");
  if (!response.ok) return;
  const copy = response.clone();
  await keepAssets(assetsOf(await response.text()));
  await (await caches.open(CACHES.shell)).put("/offline", copy);
}

export async function shell(): Promise<Response> {
  return await (await caches.open(CACHES.shell)).match("/offline", { ignoreVary: true }) ?? Response.error();
}

/** Lets go of caches of former versions. */
export async function sweep(): Promise<void> {
  const current: readonly string[] = Object.values(CACHES);
  const old = (await caches.keys()).filter((name) => name.startsWith("peyk-") && !current.includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function trim(name: string, most: number, needed: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(name);
  const all = await cache.keys();
  const free = all.filter(({ url }) => !needed.has(new URL(url).pathname));
  for (const request of free.slice(0, Math.max(0, all.length - most))) await cache.delete(request);
}
