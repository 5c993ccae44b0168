import { useEffect } from "preact/hooks";
import type { RoomView } from "./view.ts";

/** Alt and N, which on Macs writes a letter: there it is Control. */
const isStart = ({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent) =>
  code === "KeyN" && !metaKey && !shiftKey &&
  (/Mac|iP/.test(navigator.platform) ? ctrlKey && !altKey : altKey && !ctrlKey);

/**
 * Opens the list of shortcuts: with Ctrl and / from everywhere, with ? where one does not write. Alt and N begin
 * a conversation, Ctrl and K open the search.
 */
export function useHelpKey({ overlay }: RoomView): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, code, ctrlKey, metaKey, altKey, target } = event;
      const writes = (target as HTMLElement).closest("input, textarea, select, [contenteditable]") !== null;
      const is_asked = (ctrlKey || metaKey) ? code === "Slash" || key === "/" : /^[?؟]$/.test(key) && !writes;
      const is_start = isStart(event);
      const is_search = (ctrlKey || metaKey) && code === "KeyK";
      const is_wanted = (is_asked || is_search) && !altKey || is_start;
      if (!is_wanted || document.querySelector("dialog[open], :popover-open")) return;
      event.preventDefault();
      overlay.value = { kind: is_start ? "start" : is_search ? "search" : "keys" };
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
