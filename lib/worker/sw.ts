/**
 * The service worker: Peyk opens without a network and shows what was last read, and a press on a notice leads
 * to its message. It stands in the way of nothing else: see `plan.ts`.
 */
import {
  asset,
  forget,
  keepAssets,
  keepPage,
  keepShell,
  keptPage,
  picture,
  shell,
  sweep,
} from "./keeping.ts";
import { isChat, isKept, planFor } from "./plan.ts";
import { type FetchEvent, worker } from "./scope.ts";

/** Longer than this nobody waits for a page that was read before, in milliseconds. */
const PATIENCE = 6000;
/** What a proxy says in the place of a server that is not there. */
const AWAY = [502, 503, 504];

worker.addEventListener("install", (event) => {
  // Nothing here binds a page to a version: the newest is taken at once, and nobody is held on an old one.
  void worker.skipWaiting();
  event.waitUntil(keepShell().catch(() => {}));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    await sweep();
    await worker.registration.navigationPreload?.enable();
    await worker.clients.claim();
  })());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  switch (planFor(request, worker.location.origin)) {
    case "forget":
      return event.waitUntil(forget());
    case "asset":
      return event.respondWith(asset(request));
    case "picture":
      return event.respondWith(picture(request));
    case "page":
      return event.respondWith(page(event));
    case "visit":
      return event.respondWith(fromNetwork(event).catch(shell));
  }
});

/** From the network; what was read before only where that is away, or takes too long. */
async function page(event: FetchEvent): Promise<Response> {
  const { pathname, search } = new URL(event.request.url);
  const path = pathname.replace(/\/+$/, "");
  const asked = fromNetwork(event).then((response) => {
    // Of a room's past nothing is kept: pages with a query are for those without scripts.
    if (search === "") event.waitUntil(keepPage(path, response.clone()).catch(() => {}));
    return response;
  });
  const waited = new Promise<null>((done) => setTimeout(done, PATIENCE, null));
  try {
    const response = await Promise.race([asked, waited]);
    if (response && !AWAY.includes(response.status)) return response;
    return await keptPage(path) ?? response ?? await asked;
  } catch {
    return await keptPage(path) ?? await shell();
  }
}

async function fromNetwork({ preloadResponse, request }: FetchEvent): Promise<Response> {
  return await preloadResponse ?? await fetch(request);
}

worker.addEventListener("message", (event) => {
  const { type, path, assets } = Object(event.data);
  // A page that came before the worker did.
  if (type !== "keep" || typeof path !== "string" || !isKept(path)) return;
  event.waitUntil(
    (async () => {
      await keepAssets(assets);
      await keepPage(path, await fetch(path, { redirect: "manual" }));
    })().catch(() => {}),
  );
});

worker.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(event.notification.data));
});

/** What a notice knows, as in `components/room/attention/browser_notice.ts`. */
interface NoticeData {
  readonly conversation_id: number;
  readonly message_id: number;
  readonly seq: number;
}

async function show({ conversation_id, message_id, seq }: NoticeData): Promise<void> {
  const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = pages.find(({ url }) => isChat(new URL(url).pathname));
  if (!open) return void await worker.clients.openWindow(`/chat/c/${conversation_id}?m=${message_id}`);
  open.postMessage({ type: "show", conversation_id, message_id, seq });
  // Last: some systems let nobody but the person bring a window to the front.
  await open.focus().catch(() => {});
}
