import { FROM_FRAME, type FromFrame, readMessage, type ToFrame, writeMessage } from "../../messages.ts";
import { make } from "../elements.ts";

/** A frame whose document is there and whose script still says nothing has none, in milliseconds. */
const SILENCE = 5000;
/** Longer than this nobody waits for a document, in milliseconds. */
const PATIENCE = 30_000;

export interface FrameOptions {
  readonly url: URL;
  readonly title: string;
  /** What it is told first, whenever its script begins. */
  start(): ToFrame;
  heard(message: FromFrame): void;
  /** It never came. */
  lost(): void;
}

export interface Frame {
  readonly element: HTMLIFrameElement;
  /** To a frame that does not listen yet nothing is said: it is told all with `start`. */
  post(message: ToFrame): void;
  remove(): void;
}

export function makeFrame({ url, title, start, heard, lost }: FrameOptions): Frame {
  let listens = false;
  const element = make("iframe", {
    title,
    src: url.href,
    allow: "autoplay; clipboard-write; fullscreen",
    // The host's addresses may hold what is nobody else's business.
    referrerpolicy: "strict-origin",
  });
  let timer = setTimeout(lost, PATIENCE);

  const post = (message: ToFrame) => {
    if (listens) element.contentWindow?.postMessage(writeMessage(message), url.origin);
  };
  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== element.contentWindow || origin !== url.origin) return;
    const message = readMessage(FROM_FRAME, data);
    if (message?.type === "hello") {
      clearTimeout(timer);
      listens = true;
      post(start());
    } else if (message) heard(message);
  };

  element.addEventListener("load", () => {
    clearTimeout(timer);
    if (!listens) timer = setTimeout(lost, SILENCE);
  });
  addEventListener("message", hear);
  return {
    element,
    post,
    remove() {
      clearTimeout(timer);
      removeEventListener("message", hear);
      element.remove();
    },
  };
}
