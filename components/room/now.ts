import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** The time, a minute at a time; the server's until then, so that what it drew fits. */
export function useNow(start: number): number {
  const now = useSignal(start);
  useEffect(() => {
    // A page that was kept is older than it looks.
    if (document.documentElement.dataset.kept) now.value = Date.now();
    const ticking = setInterval(() => void (now.value = Date.now()), 60_000);
    return () => clearInterval(ticking);
  }, []);
  return now.value;
}
