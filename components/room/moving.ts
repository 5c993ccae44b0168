import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { isPlain } from "./addresses.ts";
import type { Shell } from "./shell.ts";

/** Where one writes has the focus at once; on a phone that would open the keyboard over what one came to read. */
const HAS_KEYBOARD = "(hover: hover)";

/**
 * Moves between rooms without a new page: by links, and by going back and forward. Gives what takes the
 * presses on links.
 */
export function useMoving(shell: Shell): (event: MouseEvent) => void {
  useEffect(() => {
    const onPop = () => void (shell.go(location.href, "stay") || location.reload());
    addEventListener("popstate", onPop);
    let before = shell.view.peek();
    const stop = effect(() => {
      const view = shell.view.value;
      if (view === before) return;
      before = view;
      // Once it is drawn.
      if (matchMedia(HAS_KEYBOARD).matches) {
        setTimeout(() => view.field.current?.focus({ preventScroll: true }));
      }
    });
    return () => {
      removeEventListener("popstate", onPop);
      stop();
    };
  }, []);

  return useMemo(() => (event: MouseEvent) => {
    const link = (event.target as Element).closest("a");
    if (!link || !isPlain(event) || link.target || link.hash) return;
    // From a room back to the list it was chosen from: the same step that the device's own key takes.
    if (link.pathname === "/chat/list" && history.state?.from === "list") {
      event.preventDefault();
      return history.back();
    }
    if (shell.go(link.href)) event.preventDefault();
  }, []);
}
