import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Locale } from "@/lib/i18n/mod.ts";
import { withTone } from "./search.ts";
import type { Emoji, Tone } from "./search.ts";

export interface Section {
  readonly title: string;
  readonly emoji: readonly Emoji[];
}

export interface CellsProps {
  readonly sections: readonly Section[];
  readonly columns: number;
  readonly tone: Tone;
  readonly locale: Locale;
}

/** Sections that are drawn at once; the others follow, a few a frame, before one has scrolled there. */
const FIRST = 2;

/** The rows of a grid of emoji, by section. Their number of columns is the variable `--columns` of the grid. */
export function Cells({ sections, columns, tone, locale }: CellsProps) {
  const drawn = useSignal(FIRST);
  useEffect(() => {
    if (drawn.value >= sections.length) return;
    const timer = setTimeout(() => void drawn.value++, 30);
    return () => clearTimeout(timer);
  }, [drawn.value, sections]);
  return (
    <>
      {sections.map(({ title, emoji }, index) => (
        <div key={index} role="rowgroup" aria-label={title} class="emoji-section">
          <p class="px-1 pt-3 pb-1 text-12 font-550 text-muted" aria-hidden="true">{title}</p>
          {index < drawn.value &&
            rowsOf(emoji, columns).map((row, at) => (
              <div key={at} role="row" class="emoji-row">
                {row.map((one, column) => (
                  <Cell
                    key={one.sign}
                    sign={withTone(one, tone)}
                    name={one.names[locale]}
                    is_first={index + at + column === 0}
                  />
                ))}
              </div>
            ))}
        </div>
      ))}
    </>
  );
}

interface CellProps {
  readonly sign: string;
  readonly name: string;
  /** The grid is one stop, at its first cell. */
  readonly is_first: boolean;
}

function Cell({ sign, name, is_first }: CellProps) {
  return (
    <button
      type="button"
      role="gridcell"
      class="emoji-cell"
      data-emoji={sign}
      aria-label={name}
      title={name}
      tabIndex={is_first ? 0 : -1}
    >
      {sign}
    </button>
  );
}

function rowsOf(emoji: readonly Emoji[], columns: number): Emoji[][] {
  const rows: Emoji[][] = [];
  for (let at = 0; at < emoji.length; at += columns) rows.push(emoji.slice(at, at + columns));
  return rows;
}
