import { useEffect } from "preact/hooks";
import type { Shell } from "./shell.ts";

const rowsIn = (list: ParentNode) => [...list.querySelectorAll<HTMLAnchorElement>("a[data-row]")];

/** Arrows, Home and End move among the rows. */
export function onListKey(event: KeyboardEvent): void {
  const rows = rowsIn(event.currentTarget as HTMLElement);
  const at = rows.indexOf(event.target as HTMLAnchorElement);
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Alt and an arrow, wherever one is: the conversation above or below in the list. */
export function useSteps(shell: Shell): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      const step = { ArrowUp: -1, ArrowDown: 1 }[key];
      if (!step || !altKey || ctrlKey || metaKey || shiftKey || event.defaultPrevented) return;
      if (document.querySelector("dialog[open], :popover-open")) return;
      const rows = rowsIn(document.getElementById("conversations")!);
      const at = rows.findIndex((row) => row.ariaCurrent === "page");
      const next = rows[at < 0 ? 0 : at + step];
      if (!next) return;
      event.preventDefault();
      shell.go(next.href);
      next.scrollIntoView({ block: "nearest" });
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
