import type { Session } from "@/lib/realtime/client/session.ts";

/** Nobody moves at a device where nothing was pressed, moved or touched for this long, in milliseconds. */
const IDLE_AFTER = 5 * 60_000;

const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "focus"] as const;

/**
 * Tells when nobody moves at this device any more, and at once when somebody does again. Each tab speaks for
 * itself: the server counts a person as away only when all of theirs are idle. Gives what ends that.
 */
export function watchIdle(session: Pick<Session, "setIdle">): () => void {
  let moved_at = Date.now();
  let timer = setTimeout(look, IDLE_AFTER);

  /** One timer that looks anew when it is due: a pointer moves a hundred times a second. */
  function look(): void {
    const left = moved_at + IDLE_AFTER - Date.now();
    if (left > 0) timer = setTimeout(look, left);
    else session.setIdle(true);
  }

  function move(): void {
    const was_idle = Date.now() - moved_at >= IDLE_AFTER;
    moved_at = Date.now();
    if (!was_idle) return;
    session.setIdle(false);
    clearTimeout(timer);
    timer = setTimeout(look, IDLE_AFTER);
  }

  const turned = () => document.hidden || move();
  for (const sign of SIGNS) addEventListener(sign, move, { passive: true, capture: true });
  document.addEventListener("visibilitychange", turned);
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) removeEventListener(sign, move, { capture: true });
    document.removeEventListener("visibilitychange", turned);
  };
}
