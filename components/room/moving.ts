import { effect } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { isPlain } from "./addresses.ts";
import type { Shell } from "./shell.ts";

/** Where one writes has the focus at once; on a phone that would open the keyboard over what one came to read. */
const HAS_KEYBOARD = "(hover: hover)";

/**
 * Moves between rooms without a new page: by links, by going back and forward, by Alt and the arrows. Gives what
 * takes the presses on links.
 */
export function useMoving(shell: Shell): (event: MouseEvent) => void {
  useEffect(() => {
    const onPop = () => void (shell.go(location.href, "stay") || location.reload());
    const onKey = (event: KeyboardEvent) => onStep(shell, event);
    addEventListener("popstate", onPop);
    addEventListener("keydown", onKey);
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
      removeEventListener("keydown", onKey);
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

/** Alt and an arrow: the conversation above or below in the list. */
function onStep(shell: Shell, event: KeyboardEvent): void {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (!step || !altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
  if (document.querySelector("dialog[open], :popover-open")) return;
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#conversations a[data-row]")];
  const at = links.findIndex((link) => link.ariaCurrent === "page");
  const next = links[at < 0 ? 0 : at + step];
  if (!next) return;
  event.preventDefault();
  shell.go(next.href);
  next.scrollIntoView({ block: "nearest" });
}
