/**
 * `window.Peyk`, the one name the loader takes in a page. Pages may speak before it is there:
 *
 *   window.Peyk = window.Peyk || [];
 *   Peyk.push(["on", "unread", (count) => …], ["open"]);
 *
 * What was said is done once the chat stands, in that order, and so is what is said from then on, be it as
 * `Peyk.push(["open"])`, `Peyk("open")` or `Peyk.open()`.
 */
export const COMMANDS = [
  "open",
  "close",
  "toggle",
  "show",
  "hide",
  "identify",
  "logout",
  "setLocale",
] as const;

export type Command = typeof COMMANDS[number];
export type Event = "ready" | "open" | "close" | "message" | "unread";

export interface Api {
  /** From now on commands are done, those that waited first. */
  begin(does: (command: Command, given: unknown) => void): void;
  /** Tells the page. What its listeners throw is theirs, and stays out of here. */
  tell(event: Event, told?: unknown): void;
}

type Call = (...args: never[]) => unknown;

/** Takes `window.Peyk`, or null when another script of this page did so before. */
export function takeName(): Api | null {
  const page = globalThis as unknown as { Peyk?: unknown };
  // An element with that id is found under the same name, and is no queue.
  const before = Object(page.Peyk) as { open?: unknown; q?: unknown };
  if (before.open) return null;

  let begin!: Api["begin"];
  const begun = new Promise<Parameters<Api["begin"]>[0]>((done) => begin = done);
  const listeners: [event: string, listener: (told: unknown) => void][] = [];

  const call = (name: string, ...args: unknown[]) =>
    Object.hasOwn(calls, name) && calls[name]!(...args as []);
  const calls: Record<string, Call> = {
    on: (event: string, listener: () => void) => void listeners.push([event, listener]),
    ready: (then?: () => void) => begun.then(() => then?.()),
    push: (...said: ArrayLike<string>[]) => said.forEach((each) => call(...Array.from(each) as [string])),
  };
  for (const name of COMMANDS) calls[name] = (given) => void begun.then((does) => does(name, given));
  page.Peyk = Object.assign(call, calls);
  const waiting = Array.isArray(before) ? before : before.q;
  if (Array.isArray(waiting)) calls.push!(...waiting as never[]);

  return {
    begin,
    tell(event, told) {
      for (const [name, listener] of listeners) if (name === event) queueMicrotask(() => listener(told));
    },
  };
}
