import type { Locale } from "@/lib/i18n/mod.ts";
import { FROM_FRAME, readMessage, writeMessage } from "@/lib/widget/messages.ts";
import type { ToFrame } from "@/lib/widget/messages.ts";
import type { Start } from "./host.ts";
import type { Visitor } from "./visitor.ts";

/** How often one looks whether a window is still there, which browsers tell nobody: in milliseconds. */
const LOOKED_EVERY = 1000;

interface Moved {
  readonly visitor: Pick<Visitor, "proofs" | "identify" | "become">;
  readonly locale: Locale;
  /** Around the frame; its own where none is. */
  readonly page: Start["page"] | undefined;
  /** The window is gone. */
  readonly onClosed: () => void;
}

/**
 * Opens the same chat in a window of its own and tells it who the visitor is, which no address may hold. Whoever they
 * are there by then, they are here and on the next page as well. False where the browser does not let us.
 */
export function openWindow({ visitor, locale, page, onClosed }: Moved): boolean {
  const { search, pathname, origin: ours } = location;
  const query = new URLSearchParams(search);
  query.set("layout", "popout");
  const opened = open(`${pathname}?${query}`, "_blank", "popup,width=420,height=680");
  if (opened === null) return false;
  const greet = ({ source, origin, data }: MessageEvent) => {
    if (source !== opened || origin !== ours) return;
    const message = readMessage(FROM_FRAME, data);
    if (message?.type === "session") {
      const { guest_id } = message;
      // Whom the site vouches for has no Guest_ID: whoever has one is not that any more.
      if (guest_id !== null) visitor.identify(null);
      visitor.become(guest_id);
    }
    if (message?.type !== "hello") return;
    const greeting: ToFrame = {
      ...{ type: "start", ...visitor.proofs(), origin: ours, locale, open: true },
      page: page ?? { url: ours + pathname, title: document.title },
      // A window has a storage of its own.
      kept: undefined,
    };
    opened.postMessage(writeMessage(greeting), ours);
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
