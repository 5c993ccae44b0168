import type { MessageAct } from "./acts.ts";

export interface LogKeys {
  /** Back to where one writes. */
  readonly leave: () => void;
  /** Does something with the message that has the focus. */
  readonly act: (act: MessageAct, row: HTMLElement) => void;
  /** Goes to the first or the last message of all; false where it is among the rows already. */
  readonly toEdge: (edge: "first" | "last") => boolean;
}

/**
 * Moves the focus among the messages of a log, as arrows do in every list, and acts on the one that has it.
 * No letter does anything: whoever begins to write, writes.
 */
export function onLogKey(event: KeyboardEvent, { leave, act, toEdge }: LogKeys): void {
  const log = event.currentTarget as HTMLElement;
  const target = event.target as HTMLElement;
  const row = target.closest("article");
  if (event.key === "Escape") {
    event.preventDefault();
    // From a button to its message, from a message to where one writes.
    if (row && row !== target) row.focus();
    else leave();
    return;
  }
  const tools = target.closest("[role=toolbar], .reactions");
  if (tools) return moveWithin(tools, target, event);
  if (target !== log && target !== row) return;
  if (row) {
    const wanted = actOf(event);
    const inner = wanted === null ? innerOf(row, event) : null;
    if (wanted !== null || inner !== null) event.preventDefault();
    if (wanted !== null) return act(wanted, row);
    // Before the actions are drawn a button stands in for them, which leads to the first.
    if (inner?.tabIndex === -1 && event.key === "Enter") return inner.click();
    if (inner !== null) return inner.focus();
  }
  const edge = event.key === "Home" ? "first" : event.key === "End" ? "last" : null;
  if (edge && toEdge(edge)) return event.preventDefault();
  const next = neighbour(log, row, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

/** What a key does with a message. */
function actOf({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): MessageAct | null {
  const control = ctrlKey || metaKey;
  if (altKey || (control && key.toLowerCase() !== "c")) return null;
  // What is marked is copied by the browser.
  if (control) return getSelection()?.isCollapsed ?? true ? "copy" : null;
  if (key === "Enter" && shiftKey) return "reply";
  return key === "+" ? "react" : key === "F2" ? "edit" : key === "Delete" ? "delete" : null;
}

/** Enter goes to what can be done with a message, the sideways arrows to its reactions. */
function innerOf(row: HTMLElement, { key }: KeyboardEvent): HTMLElement | null {
  if (key === "Enter") return row.querySelector("[role=toolbar] button, button.sr-only");
  const pills = key === "ArrowLeft" || key === "ArrowRight"
    ? row.querySelectorAll<HTMLElement>(".reactions button")
    : [];
  return pills[0] ?? null;
}

function neighbour(log: HTMLElement, row: Element | null, key: string): HTMLElement | undefined {
  const rows = Array.from(log.querySelectorAll<HTMLElement>("article"));
  const at = row ? rows.indexOf(row as HTMLElement) : -1;
  switch (key) {
    case "ArrowUp":
      return row ? rows[at - 1] : rows.at(-1);
    case "ArrowDown":
      return row ? rows[at + 1] : undefined;
    case "Home":
      return rows[0];
    case "End":
      return rows.at(-1);
    // The log itself scrolls by a page as the browser does; a message hands the focus on.
    case "PageUp":
      return row ? pageAway(log, rows, at, -1) : undefined;
    case "PageDown":
      return row ? pageAway(log, rows, at, 1) : undefined;
  }
}

/** The row about as far away as the log is high. */
function pageAway(log: HTMLElement, rows: readonly HTMLElement[], at: number, way: 1 | -1): HTMLElement {
  const from = rows[at]!.getBoundingClientRect().top;
  let to = at + way;
  while (rows[to + way] && Math.abs(rows[to]!.getBoundingClientRect().top - from) < log.clientHeight * 0.85) {
    to += way;
  }
  return rows[to] ?? rows[at]!;
}

/** Left and right go the way the buttons stand. */
function moveWithin(tools: Element, from: HTMLElement, event: KeyboardEvent): void {
  const forwards = getComputedStyle(tools).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  const backwards = forwards === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
  if (event.key !== forwards && event.key !== backwards) return;
  const buttons = Array.from(tools.querySelectorAll("button"));
  const step = event.key === forwards ? 1 : buttons.length - 1;
  event.preventDefault();
  buttons[(buttons.indexOf(from as HTMLButtonElement) + step) % buttons.length]?.focus();
}
