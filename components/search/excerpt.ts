/** Characters before the first place that was looked for. */
const LEAD = 48;
/** Characters that are shown of a message. */
const LENGTH = 240;

export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/**
 * The part of a text in which the first of the marked places stands, in pieces. `matches` are places in UTF-16
 * units, in order. Line breaks are spaces: an excerpt is a line.
 */
export function excerpt(content: string, matches: readonly (readonly [number, number])[]): Piece[] {
  const first = matches[0]?.[0] ?? 0;
  const start = first <= LEAD * 1.5 ? 0 : wordAt(content, first - LEAD, first);
  const end = content.length - start <= LENGTH ? content.length : whole(content, start + LENGTH);
  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean) => {
    const text = content.slice(from, to).replace(/\s+/g, " ");
    if (text !== "") pieces.push({ text, hit });
  };
  if (start > 0) pieces.push({ text: "… ", hit: false });
  let at = start;
  for (const [from, to] of matches) {
    if (from < start || to > end) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, end, false);
  if (end < content.length) pieces.push({ text: " …", hit: false });
  return pieces;
}

/** Where a word begins at or behind `from`, but not behind `most`. */
function wordAt(content: string, from: number, most: number): number {
  const space = content.slice(from, most).search(/\s\S/);
  return space < 0 ? whole(content, from) : from + space + 1;
}

/** Not in the middle of a sign of two units. */
function whole(content: string, at: number): number {
  return /[\udc00-\udfff]/.test(content[at] ?? "") ? at - 1 : at;
}
