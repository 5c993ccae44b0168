/** Where the rows of a log stand. Found by halving: rows stand one below the other, whatever lies above them. */

/** The first committed row whose lower edge is below `y` in the window; else the last there is. */
export function rowAt(log: HTMLElement, y: number): HTMLElement | null {
  const rows = log.querySelectorAll<HTMLElement>("article[id]");
  let low = 0, high = rows.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom > y) high = middle;
    else low = middle + 1;
  }
  return rows[low] ?? null;
}

/** The `seq` of the message in a row, whose id is `m{seq}`. */
export function seqOf(row: Element): number {
  return Number(row.id.slice(1));
}

/** The messages in view, by `seq`: the first that shows more than its edge, and the last that shows its end. */
export function seqsInView(log: HTMLElement): { first: number; last: number } | null {
  const { top, bottom } = log.getBoundingClientRect();
  const first = rowAt(log, top + EDGE);
  let last: Element | null = rowAt(log, bottom - EDGE);
  if (!first || !last) return null;
  // A row that goes on below is not read to its end yet, unless it is taller than the view.
  if (last !== first && last.getBoundingClientRect().bottom > bottom + EDGE) last = rowBefore(last);
  return { first: seqOf(first), last: seqOf(last ?? first) };
}

/** How much of a row is no more than its edge, in pixels. */
const EDGE = 8;

function rowBefore(row: Element): Element | null {
  let before = row.previousElementSibling;
  while (before && !before.matches("article[id]")) before = before.previousElementSibling;
  return before;
}
