import { readMessage, TO_FRAME, writeMessage } from "@/lib/widget/messages.ts";
import type { FromFrame, ToFrame } from "@/lib/widget/messages.ts";

/**
 * How long one waits for a loader to say who is there, in milliseconds; then the frame stands by itself, until a page
 * that was busy comes to say it.
 */
const PATIENCE = 2000;

export type Start = Extract<ToFrame, { type: "start" }>;

/** What is around the frame: the loader in a page of another site, or the frame that a window was opened from. */
export interface Host {
  /** What the host says to begin with; null where nobody is around who does. */
  readonly start: Promise<Start | null>;
  /** Says something, once it is known to whom. */
  say(message: FromFrame): void;
  /** Calls `listener` with all that is said later, a start for which nobody waited any more among it. Gives what ends that. */
  listen(listener: (message: ToFrame) => void): () => void;
}

/** Begins to speak with whatever is around this window. For browsers alone. */
export function connectHost(): Host {
  const around: Window | null = parent !== self ? parent : opener;
  const listeners = new Set<(message: ToFrame) => void>();
  const begun = Promise.withResolvers<Start | null>();
  /** Of whoever answered first; nobody else is listened to, nor spoken to. */
  let origin: string | null = null;
  let is_late = false;

  function receive({ source, origin: from, data }: MessageEvent): void {
    if (source !== around || (origin !== null && from !== origin)) return;
    const message = readMessage(TO_FRAME, data);
    if (message === null) return;
    if (message.type === "start") {
      if (origin !== null || from !== message.origin || !isAround(from)) return;
      origin = from;
      begun.resolve(message);
      if (!is_late) return;
    }
    if (origin !== null) { for (const listener of listeners) listener(message); }
  }

  if (around === null) begun.resolve(null);
  else {
    addEventListener("message", receive);
    around.postMessage(writeMessage({ type: "hello" }), "*");
    setTimeout(() => {
      is_late = true;
      begun.resolve(null);
    }, PATIENCE);
  }
  return {
    start: begun.promise,
    say: (message) => origin !== null && around!.postMessage(writeMessage(message), origin),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/**
 * A window of its own is opened by any page, which no `frame-ancestors` refuses: there our own frame alone may
 * say who the visitor is, and hear of them. Browsers that tell who is around a frame are asked as well: whoever
 * speaks has to be that.
 */
function isAround(origin: string): boolean {
  if (parent === self) return origin === location.origin;
  const { ancestorOrigins } = location;
  return !ancestorOrigins?.length || ancestorOrigins[0] === origin;
}
