/** Moves the focus among the messages of a log, as arrows do in every list. */
export function onLogKey(event: KeyboardEvent, leave: () => void): void {
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
  const tools = target.closest("[role=toolbar]");
  if (tools) return moveWithin(tools, target, event);
  if (target !== log && target !== row) return;
  if (event.key === "Enter" && row) {
    event.preventDefault();
    row.querySelector<HTMLElement>("[role=toolbar] button")?.focus();
    return;
  }
  const next = neighbour(log, row, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
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
  }
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

/** Keys that write something, so that one may simply begin to type. */
export function isTyping({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return (key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey) || isComposing;
}
