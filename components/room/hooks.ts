import { useEffect } from "preact/hooks";
import { later, loadLater } from "./load_later.ts";
import type { Shell } from "./shell.ts";
import { isTyping } from "./typing_key.ts";
import type { RoomView } from "./view.ts";

/** How long after the page, and after the connection, what comes later is fetched, in milliseconds. */
const LATER_AFTER = 1000;
/** How much earlier a sign-out may be heard of than its answer leads away, in milliseconds. */
const OVERTAKING = 400;

/** Connects for as long as the page is open, and tells the session what the browser knows of the network. */
export function useLive({ session, view, stop }: Shell): void {
  useEffect(() => {
    // What keeps the list true comes with all that comes after the page.
    const stopLiven = later.subscribe((parts) => parts && session.liven(parts.createConversations));
    session.start(storage());
    view.peek().room.start();
    const woken = () => document.hidden || session.wake();
    addEventListener("online", session.wake);
    addEventListener("offline", session.sleep);
    addEventListener("pageshow", woken);
    addEventListener("storage", session.onShelf);
    document.addEventListener("visibilitychange", woken);
    return () => {
      removeEventListener("online", session.wake);
      removeEventListener("offline", session.sleep);
      removeEventListener("pageshow", woken);
      removeEventListener("storage", session.onShelf);
      document.removeEventListener("visibilitychange", woken);
      stopLiven();
      stop();
    };
  }, []);

  // Also asked for anew when the connection is lost and found again: it may not have come.
  const { state } = session.status.value;
  useEffect(() => {
    const timer = setTimeout(() => void loadLater().catch(() => {}), LATER_AFTER);
    return () => clearTimeout(timer);
  }, [state]);

  // The server leads whoever is not signed in to the door, and back here after.
  const signed_out = session.signed_out.value;
  useEffect(() => {
    // Whoever signs out here is on the way there already: that is not to be overtaken.
    const timer = signed_out ? setTimeout(() => location.reload(), OVERTAKING) : undefined;
    return () => clearTimeout(timer);
  }, [signed_out]);
}

/** A conversation that one may not see any more is not looked at any longer. */
export function useClosing(shell: Shell, { room }: RoomView): void {
  const closed = room.closed.value;
  useEffect(() => {
    if (closed) shell.leave(room.conversation_id);
  }, [closed]);
}

/** Writes are possible wherever the focus is: a key that writes goes to the composer. */
export function useTypeAnywhere({ field }: RoomView): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const is_elsewhere = target.closest("input, textarea, select, dialog, [popover], [contenteditable]");
      if (!isTyping(event) || is_elsewhere || event.defaultPrevented) return;
      // What is pressed is then typed there.
      if (document.querySelector("dialog[open], :popover-open") === null) field.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

/** Takes up a new version of the program, or other settings, when nobody looks and nothing is being written. */
export function useQuietReload({ session, view }: Shell): void {
  const outdated = session.outdated.value || session.reset.value;
  useEffect(() => {
    if (!outdated) return;
    const reload = () => {
      const { field, subject } = view.peek();
      const busy = field.current?.value || subject.peek() || session.outbox.entries.peek().length > 0;
      if (document.hidden && !busy) location.reload();
    };
    reload();
    document.addEventListener("visibilitychange", reload);
    return () => document.removeEventListener("visibilitychange", reload);
  }, [outdated]);
}

/** Null where it is denied: then nothing is kept between visits. */
function storage(): Storage | null {
  let found: Storage | null = null;
  try {
    found = localStorage;
  } catch {
    // Denied.
  }
  return found;
}
