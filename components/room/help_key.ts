import { useEffect } from "preact/hooks";
import type { RoomView } from "./view.ts";

/** Opens the list of shortcuts: with Ctrl and / from everywhere, with ? where one does not write. */
export function useHelpKey({ overlay }: RoomView): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, code, ctrlKey, metaKey, altKey, target } = event;
      const writes = (target as HTMLElement).closest("input, textarea, select, [contenteditable]") !== null;
      const is_asked = (ctrlKey || metaKey) ? code === "Slash" || key === "/" : /^[?؟]$/.test(key) && !writes;
      if (!is_asked || altKey || document.querySelector("dialog[open], :popover-open")) return;
      event.preventDefault();
      overlay.value = { kind: "keys" };
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
