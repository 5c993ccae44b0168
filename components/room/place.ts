import { useEffect, useMemo } from "preact/hooks";
import type { LogScroll, Place } from "./scroll.ts";
import type { RoomView } from "./view.ts";

/** A place that is older than this is not taken up again, in milliseconds: one comes back for what is new. */
const FRESH_FOR = 10 * 60_000;

interface Kept extends Place {
  readonly at: number;
}

/** Keeps the place in a log over a reload, such as a change of language brings about. */
export function usePlace(view: RoomView, scroll: LogScroll, takes_up: boolean): void {
  const { room } = view;
  // Of a room one comes back to within the page, as it was left; read before the log says where it stands.
  const left = useMemo(() => view.place, []);
  useEffect(() => {
    const key = `peyk:place:${room.me.id}:${room.conversation_id}`;
    const keep = () => {
      const place = scroll.place();
      store(key, place && JSON.stringify({ ...place, at: Date.now() }));
    };
    const kept = left === undefined ? load(key) : left && { ...left, at: Date.now() };
    if (takes_up && kept && Date.now() - kept.at < FRESH_FOR) {
      scroll.aim(kept);
      void room.loadTo(kept.seq).then((found) => found || scroll.aim(null));
    }
    addEventListener("pagehide", keep);
    return () => removeEventListener("pagehide", keep);
  }, []);
}

function load(key: string): Kept | null {
  try {
    const { seq, top, at } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    return [seq, top, at].every(Number.isFinite) ? { seq, top, at } : null;
  } catch {
    return null;
  }
}

function store(key: string, text: string | null): void {
  try {
    if (text === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Denied: the page opens at its end.
  }
}
