import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { fetchBackground } from "../background_hook.ts";
import type { RoomView } from "../view.ts";

/** Since when what one sees has been kept, in epoch milliseconds; null for a page that came from the server. */
export function useKept({ room }: RoomView): number | null {
  const kept_at = useSignal<number | null>(null);
  useEffect(() => {
    const page_at = Number(document.documentElement.dataset.kept);
    if (!page_at) return;
    kept_at.value = page_at;
    fetchBackground().then(({ restoreRoom }) => restoreRoom(room)).then(
      (at) => void (kept_at.value = Math.max(page_at, at ?? 0)),
      () => {},
    );
  }, []);
  return kept_at.value;
}
