import { useEffect } from "preact/hooks";
import type { Reading } from "./reading.ts";
import type { LogScroll } from "./scroll.ts";
import type { RoomView } from "./view.ts";

/** How far below the upper edge the first unread message stands when one goes to it, in pixels. */
const UNREAD_TOP = 120;

/** The same of the first message of a day, below the day's own line. */
const DAY_TOP = 48;

/** Going somewhere else in the log: to its ends, to the first unread message, to a message, to a moment. */
export function useJumps(view: RoomView, scroll: LogScroll, reading: Pick<Reading, "readAll">) {
  const { room, t } = view;
  const last_sent = room.outgoing.value.at(-1)?.client_id;

  useEffect(() => {
    view.goTo = show;
    view.goToMoment = showAt;
  }, []);

  // What one sends oneself is always shown.
  useEffect(() => {
    if (last_sent !== undefined) void toNewest();
  }, [last_sent]);

  // Escape says that all is read, unless something is open that it closes.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => isReadAllKey(event) && readAll(event);
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);

  /** Whoever goes to the end by themselves leaves nothing unread behind. */
  async function toNewest(): Promise<void> {
    scroll.toEnd();
    if (await room.loadNewest()) reading.readAll();
    else view.notices.say(t.places.newerErrorText, "bad");
  }

  function readAll(event: Event): void {
    event.preventDefault();
    void toNewest();
  }

  function isReadAllKey({ key, target, defaultPrevented }: KeyboardEvent): boolean {
    if (key !== "Escape" || defaultPrevented || room.unread.peek() === 0) return false;
    // From a button of a message Escape leads back to the message, from a search it leads out of the search.
    const is_busy = (target as Element).closest("[role=toolbar], .reactions, input, select") ||
      view.subject.peek();
    return !is_busy && document.querySelector("dialog[open], :popover-open, [inert]") === null;
  }

  async function toFirstUnread(): Promise<void> {
    const message = await room.loadFirstUnread();
    if (message) scroll.aim({ seq: message.seq, top: UNREAD_TOP });
    else view.notices.say(t.room.olderErrorText, "bad");
    scroll.ref.current?.focus({ preventScroll: true });
  }

  async function show(seq: number): Promise<boolean> {
    if (scroll.toMessage(seq)) return true;
    scroll.aim({ seq });
    const found = await room.loadTo(seq);
    if (!found) scroll.aim(null);
    return found;
  }

  async function showAt(moment: number): Promise<boolean> {
    const message = await room.loadAt(moment);
    if (message) scroll.aim({ seq: message.seq, top: DAY_TOP });
    return message !== null;
  }

  /** Where the first or the last message is not loaded, it is; then it has the focus. */
  function toEdge(edge: "first" | "last"): boolean {
    if (!(edge === "first" ? room.has_older : room.has_newer).peek()) return false;
    const moved = edge === "first" ? view.showAt(0) : toNewest();
    void Promise.resolve(moved).then(() =>
      requestAnimationFrame(() => {
        const rows = scroll.ref.current!.querySelectorAll<HTMLElement>("article[id]");
        rows[edge === "first" ? 0 : rows.length - 1]?.focus({ preventScroll: true });
      })
    );
    return true;
  }

  return { toNewest, toFirstUnread, toEdge, readAll, isReadAllKey };
}
