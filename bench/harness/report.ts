import type { Machine } from "./machine.ts";

/** One figure of Peyk, beside the peer's where there is one. */
export interface Row {
  /** What was done; the name of the work stands in front of the colon. */
  readonly work: string;
  readonly unit: string;
  readonly peyk: number;
  readonly peer: number | null;
  /** In words, as the design has it. */
  readonly target: string;
  readonly met: boolean;
}

/** A ratio below one is good where less is better, such as memory and time. */
export function ratioOf({ peyk, peer }: Pick<Row, "peyk" | "peer">): number | null {
  return peer === null ? null : peyk / peer;
}

/** A row whose target is a ratio beside the peer. */
export function beside(
  row: Pick<Row, "work" | "unit" | "target"> & { peyk: readonly number[]; peer: readonly number[] },
  holds: (ratio: number, peyk: number) => boolean,
): Row {
  const peyk = median(row.peyk), peer = median(row.peer);
  return { ...row, peyk, peer, met: holds(peyk / peer, peyk) };
}

/** The middle one, or the mean of the middle two. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** The figures as a Markdown table. */
export function toTable(rows: readonly Row[]): string {
  const cells = [
    ["work", "Peyk", "peer", "ratio", "target", ""],
    ...rows.map((row) => {
      const ratio = ratioOf(row);
      const peer = row.peer === null ? "" : shown(row.peer);
      const mark = row.target === "" ? "" : row.met ? "met" : "missed";
      const times = ratio === null ? "" : `${ratio.toFixed(2)}×`;
      return [row.work, `${shown(row.peyk)} ${row.unit}`, peer, times, row.target, mark];
    }),
  ];
  const widths = cells[0]!.map((_, i) => Math.max(...cells.map((line) => line[i]!.length)));
  const line = (texts: string[]) => `| ${texts.map((text, i) => text.padEnd(widths[i]!)).join(" | ")} |`;
  return [line(cells[0]!), line(widths.map((width) => "-".repeat(width))), ...cells.slice(1).map(line)].join(
    "\n",
  );
}

/** Three digits that count. */
function shown(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return value.toLocaleString("en", {
    maximumFractionDigits: Math.min(3, digits),
    maximumSignificantDigits: 3,
  });
}

/** Everything for a program to read. */
export function toJson(machine: Machine, rows: readonly Row[]): string {
  return JSON.stringify({ machine, rows: rows.map((row) => ({ ...row, ratio: ratioOf(row) })) }, null, 2);
}
