import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Room } from "@/lib/realtime/client/room.ts";

/**
 * Marks as read what is in view of somebody who looks. Gives the `seq` above which the line of new messages
 * stands: it comes with what arrived while one looked away, and stays until one looked away again or wrote.
 */
export function useReading(room: Room, at_end: boolean): number {
  const hidden = useSignal(false);
  const last = room.messages.value.at(-1);
  const last_seq = last?.seq ?? 0;
  const line = useRef(room.read_seq.peek());
  const shown = useRef(last_seq);

  // While rendering, not after: a line that is there for one frame would make the log jump.
  if (last_seq > shown.current) {
    const watching = at_end && !hidden.value && line.current >= shown.current;
    if (watching || last!.sender.id === room.me.id) line.current = last_seq;
    shown.current = last_seq;
  }

  useEffect(() => {
    const look = () => {
      hidden.value = document.hidden;
      if (document.hidden) line.current = Math.max(line.current, room.read_seq.peek());
      room.watch(at_end && !document.hidden);
    };
    // Whoever leaves has read what was there: it is told while there is time.
    const leave = () => room.watch(false);
    look();
    document.addEventListener("visibilitychange", look);
    addEventListener("pageshow", look);
    addEventListener("pagehide", leave);
    return () => {
      document.removeEventListener("visibilitychange", look);
      removeEventListener("pageshow", look);
      removeEventListener("pagehide", leave);
    };
  }, [at_end]);
  return line.current;
}
