/** Rows of a list that keys move among; each list marks its own. */
export const ROW = "data-pick";

/** Arrows, Home and End move among the rows of a list, up and out of it to the field where one searches. */
export function onListKey(event: KeyboardEvent, field: HTMLElement | null): void {
  const list = event.currentTarget as HTMLElement;
  const row = (event.target as Element).closest(`[${ROW}]`);
  const rows = Array.from(list.querySelectorAll<HTMLElement>(`[${ROW}]`));
  const at = rows.indexOf(row as HTMLElement);
  if (at < 0) return;
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1] ?? field, Home: rows[0], End: rows.at(-1) }[
    event.key
  ];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
