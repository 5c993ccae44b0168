import { FROM_FRAME, readMessage, writeMessage } from "@/lib/widget/messages.ts";
import type { Start } from "./host.ts";

/** How often one looks whether a window is still there, which browsers tell nobody: in milliseconds. */
const LOOKED_EVERY = 1000;

interface Watcher {
  /** Who the visitor is there by now: somebody new, where they let themselves be forgotten. */
  readonly onSession: (guest_id: string | null) => void;
  /** It is gone. */
  readonly onClosed: () => void;
}

/**
 * Opens the same chat in a window of its own and tells it who the visitor is, which no address may hold.
 * False where the browser does not let us.
 */
export function openWindow(
  path: string,
  start: Omit<Start, "type" | "origin">,
  { onSession, onClosed }: Watcher,
): boolean {
  const opened = open(path, "_blank", "popup,width=420,height=680");
  if (opened === null) return false;
  let { guest_id, identity } = start;
  const greet = ({ source, origin, data }: MessageEvent) => {
    if (source !== opened || origin !== location.origin) return;
    const message = readMessage(FROM_FRAME, data);
    if (message?.type === "session") {
      guest_id = message.guest_id;
      // Whom the site vouches for has no Guest_ID: whoever has one is not that any more.
      if (guest_id !== null) identity = null;
      onSession(guest_id);
    }
    if (message?.type !== "hello") return;
    const greeting = { type: "start", ...start, guest_id, identity, origin: location.origin } as const;
    opened.postMessage(writeMessage(greeting), location.origin);
  };
  addEventListener("message", greet);
  const looking = setInterval(() => {
    if (!opened.closed) return;
    clearInterval(looking);
    removeEventListener("message", greet);
    onClosed();
  }, LOOKED_EVERY);
  return true;
}

export type OpenWindow = typeof openWindow;
