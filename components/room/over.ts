import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { loadLater } from "./load_later.ts";

type Later = Awaited<ReturnType<typeof loadLater>>;

/** How soon what did not come is asked for again, in milliseconds. */
const ASK_AGAIN_AFTER = 10_000;

/**
 * What lies over the log of somebody who is not at its end, or who has unread messages above (`skipped`): fetched
 * when it is first wanted, null until then.
 */
export function useOver(skipped: boolean) {
  const over = useSignal<Pick<Later, "Unread" | "FloatingDay"> | null>(null);
  const asked = useRef(false);

  useEffect(() => {
    if (skipped) wantOver();
  }, [skipped]);

  function wantOver(): void {
    if (asked.current) return;
    asked.current = true;
    // Without it one reads all the same: it is asked for again a while later.
    const again = () => void setTimeout(() => void (asked.current = false), ASK_AGAIN_AFTER);
    loadLater().then((loaded) => void (over.value = loaded), again);
  }

  return { Over: over.value, wantOver };
}
