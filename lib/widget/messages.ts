/**
 * What the loader in the host's page and the widget's frame say to each other by `postMessage`. Both look at
 * `event.source` and `event.origin` first, then at the message with {@link readMessage}, and leave unread what
 * is not known: the host's page is full of messages that are none of ours.
 *
 * The frame begins. It says `hello` to whoever is around it (`"*"`: nothing in it is anybody's secret, and the
 * frame does not know yet where it stands), is told `start`, and from then on speaks only to the origin that
 * came from, which has to be the one named within. That a page may be around it at all is for
 * `frame-ancestors` to say.
 */

/** Raised when a message changes its meaning: a loader that a browser kept and a newer frame then part. */
export const PROTOCOL = 1;

/** Types a field may have, divided by "|", or the words it may be, or the fields within. */
type Shape = string | readonly string[] | { readonly [field: string]: Shape };
type Shapes = Readonly<Record<string, { readonly [field: string]: Shape }>>;

/** From the frame to the loader. */
export const FROM_FRAME = {
  /** Its script runs; the loader answers with `start`. */
  hello: {},
  /** There is something to see, and so much that the visitor has not read. */
  ready: { unread: "number" },
  /** Who the visitor is from now on; null: nobody any more. The loader keeps it for the next page. */
  session: { guest_id: "string|null" },
  /**
   * The browser lets the frame keep nothing: the page keeps this for it, and gives it back with `start`. Null:
   * it is forgotten.
   */
  keep: { key: "string", value: "string|null" },
  /** So much is unread now. */
  unread: { count: "number" },
  /**
   * Somebody wrote: for the card beside the launcher. No picture, which the host's policy would have to let
   * through, and whose address would give the host's page a key to files.
   */
  message: { id: "number", text: "string", name: "string" },
  /** The visitor closed it, by button or Escape. */
  close: {},
  /** It has moved to a window of its own. */
  popout: {},
  /** There is nothing to show, and never will be: the loader leaves the page. The code is one of the API. */
  failed: { code: "string" },
} as const satisfies Shapes;

/** From the loader to the frame. */
export const TO_FRAME = {
  start: {
    /** From an earlier visit. A credential: it goes nowhere but here. */
    guest_id: "string|null",
    /** A JWT by which the host's server says who this is, if the page gave one. */
    identity: "string|null",
    /** Of the host's page. */
    origin: "string",
    /** Where the visitor is: address without query and fragment, and the title. */
    page: { url: "string", title: "string" },
    locale: ["fa", "en"],
    open: "boolean",
    /** What the frame let the page keep, as JSON. Loaders from before there was any say nothing of it. */
    kept: "string|undefined",
  },
  visibility: { open: "boolean" },
  identify: { identity: "string" },
  logout: {},
  locale: { locale: ["fa", "en"] },
} as const satisfies Shapes;

type Value<S> = S extends readonly (infer Word)[] ? Word
  : S extends "string" ? string
  : S extends "string|null" ? string | null
  : S extends "string|undefined" ? string | undefined
  : S extends "number" ? number
  : S extends "boolean" ? boolean
  : { readonly [Field in keyof S]: Value<S[Field]> };

type Message<S> = {
  [Type in keyof S]: { readonly type: Type } & { readonly [Field in keyof S[Type]]: Value<S[Type][Field]> };
}[keyof S];

export type FromFrame = Message<typeof FROM_FRAME>;
export type ToFrame = Message<typeof TO_FRAME>;

/** A message as it is posted. */
export function writeMessage(message: FromFrame | ToFrame): object {
  return { peyk: PROTOCOL, ...message };
}

/**
 * The message within what was posted, or null when it is none of those.
 * @param shapes the direction that one listens to
 */
export function readMessage<S extends Shapes>(shapes: S, data: unknown): Message<S> | null {
  const { peyk, type } = Object(data);
  const known = peyk === PROTOCOL && typeof type === "string" && Object.hasOwn(shapes, type) &&
    fits(shapes[type]!, data);
  return known ? data as Message<S> : null;
}

function fits(shape: Shape, value: unknown): boolean {
  if (typeof shape === "string") return shape.split("|").includes(value === null ? "null" : typeof value);
  if (Array.isArray(shape)) return shape.includes(value);
  const given = Object(value);
  return Object.entries(shape).every(([field, within]) => fits(within, given[field]));
}
