import { FROM_FRAME, readMessage, writeMessage } from "@/lib/widget/messages.ts";
import type { Start } from "./host.ts";

/**
 * Opens the same chat in a window of its own and tells it who the visitor is, which no address may hold.
 * False where the browser does not let us.
 */
export function openWindow(path: string, start: Omit<Start, "type" | "origin">): boolean {
  const opened = open(path, "_blank", "popup,width=420,height=680");
  if (opened === null) return false;
  const greet = ({ source, origin, data }: MessageEvent) => {
    if (source !== opened || origin !== location.origin) return;
    if (readMessage(FROM_FRAME, data)?.type !== "hello") return;
    opened.postMessage(writeMessage({ type: "start", ...start, origin: location.origin }), location.origin);
  };
  addEventListener("message", greet);
  return true;
}

export type OpenWindow = typeof openWindow;
