import { effect } from "@preact/signals";
import type { Shell } from "../shell.ts";
import { forgetRooms, keepRoom } from "./kept.ts";

/** How long after a change the room is kept anew, in milliseconds: in a busy one not for each message. */
const KEPT_AFTER = 3000;
/** How long one reads in a room before its page is kept, in milliseconds. */
const INTRODUCED_AFTER = 4000;

/**
 * Lets the program be opened without a network: its service worker keeps the page, the page keeps what came
 * since. Where there is no such worker, or it is refused, nothing else changes. Gives what ends it.
 */
export function keepReadable({ session, view }: Shell): () => void {
  const workers = navigator.serviceWorker;
  const nothing = () => {};
  // A page that came before there was a worker has still to be kept.
  const introduce = () => {
    // With what it has fetched on demand, this script among it.
    const assets = performance.getEntriesByType("resource").map(({ name }) => new URL(name))
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith("/_fresh/"))
      .map(({ pathname }) => pathname);
    workers.controller?.postMessage({ type: "keep", path: location.pathname, assets });
    introduced.add(location.pathname);
  };
  /** Rooms whose pages are kept, or came as pages. */
  const introduced = new Set([location.pathname]);
  if (workers && !workers.controller) workers.addEventListener("controllerchange", introduce, { once: true });
  void workers?.register("/sw.js").catch(nothing);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(timer);
    timer = undefined;
    const { room } = view.peek();
    if (!session.signed_out.peek() && session.status.peek().state === "online") {
      void keepRoom(room).catch(nothing);
    }
  };
  const onHide = () => document.hidden && timer !== undefined && keep();
  document.addEventListener("visibilitychange", onHide);
  const stopping = [
    // A room that was gone to within the page has none of its own that could be kept, until it is asked for.
    effect(() => {
      const { path } = view.value.room;
      if (introduced.has(path) || session.status.value.state !== "online") return;
      const timer = setTimeout(() => path === location.pathname && introduce(), INTRODUCED_AFTER);
      return () => clearTimeout(timer);
    }),
    effect(() => {
      if (view.value.room.messages.value.length > 0) timer ??= setTimeout(keep, KEPT_AFTER);
    }),
    effect(() => {
      if (session.signed_out.value) void forgetRooms().catch(nothing);
    }),
  ];
  return () => {
    for (const stop of stopping) stop();
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", onHide);
  };
}
