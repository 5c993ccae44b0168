import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { search as searchIcon } from "@/components/chat_icons.ts";
import { x } from "@/components/icons.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { Categories } from "./Categories.tsx";
import { Cells } from "./Cells.tsx";
import type { Section } from "./Cells.tsx";
import { nextCell } from "./grid.ts";
import { createKept } from "./kept.ts";
import { allEmoji, createSearch } from "./search.ts";
import type { Emoji, Tone } from "./search.ts";
import { Tones } from "./Tones.tsx";

export interface EmojiPickerProps {
  readonly locale: Locale;
  /** Whose habits are kept. */
  readonly me_id: number;
  readonly onChoose: (emoji: string) => void;
}

/** Every emoji to choose from: by group, by name in either language, by habit. */
export function EmojiPicker({ locale, me_id, onChoose }: EmojiPickerProps) {
  const t = actsText(locale).emoji;
  const root = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const query = useSignal("");
  const kept = useMemo(() => createKept(me_id), []);
  const tone = useSignal<Tone>(kept.tone());
  const columns = useColumns(grid);
  const groups = useMemo(allEmoji, []);
  const find = useMemo(() => createSearch(groups.flat()), []);
  const often = useMemo(() => usual(groups.flat(), kept.often(16)), []);

  const sections = useMemo((): Section[] => {
    if (query.value.trim() !== "") {
      const found = find(query.value);
      return [{ title: t.found(found.length), emoji: found }];
    }
    const all = groups.map((emoji, index) => ({ title: t.groups[index]!, emoji }));
    return [{ title: t.recent, emoji: often }, ...all];
  }, [query.value]);
  const is_found = query.value.trim() !== "";
  const is_empty = is_found && sections[0]!.emoji.length === 0;

  useEffect(() => {
    // On a phone the keyboard would cover what one came for.
    if (matchMedia("(hover: hover)").matches) field.current!.focus();
    else root.current!.focus();
  }, []);
  useEffect(() => {
    grid.current!.scrollTop = 0;
  }, [query.value]);

  function choose(sign: string): void {
    kept.take(sign);
    onChoose(sign);
  }

  const cells = () => Array.from(grid.current!.querySelectorAll<HTMLElement>("[data-emoji]"));

  function onKeyDown(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const in_field = target === field.current;
    if (in_field && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const first = cells()[0];
      if (is_found && first) choose(first.dataset.emoji!);
    } else if (in_field && event.key === "ArrowDown") {
      event.preventDefault();
      cells()[0]?.focus();
    } else if (target.dataset.emoji !== undefined) moveFrom(target, event);
  }

  function moveFrom(cell: HTMLElement, event: KeyboardEvent): void {
    // Whoever writes goes on searching.
    const writes = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey;
    if (writes || event.key === "Backspace") return field.current!.focus();
    const rows = Array.from(grid.current!.querySelectorAll("[role=row]"));
    const row = cell.closest("[role=row]")!;
    const at = [rows.indexOf(row), Array.from(row.children).indexOf(cell)] as const;
    const is_rtl = getComputedStyle(grid.current!).direction === "rtl";
    const next = nextCell(rows.map(({ children }) => children.length), at, event.key, is_rtl);
    if (next === undefined && event.key !== "ArrowUp") return;
    event.preventDefault();
    const to = next && rows[next[0]]!.children[next[1]] as HTMLElement;
    if (!to) return field.current!.focus();
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }

  return (
    <div ref={root} class="emoji-picker" tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="emoji-search">
        <Icon of={searchIcon} size={16} class="text-muted" />
        <input
          ref={field}
          // Of the type "search" browsers empty it on Escape, which is to close what it stands in.
          type="text"
          role="searchbox"
          class="flex-1 min-w-0 bg-transparent outline-none"
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          aria-label={t.search}
          placeholder={t.search}
          value={query.value}
          onInput={(event: Event) => void (query.value = (event.currentTarget as HTMLInputElement).value)}
        />
        {query.value !== "" && (
          <button
            type="button"
            class="grid place-items-center size-7 coarse:size-11 -me-2 text-muted"
            aria-label={t.clear}
            onClick={() => {
              query.value = "";
              field.current!.focus();
            }}
          >
            <Icon of={x} size={14} />
          </button>
        )}
      </div>
      <Categories grid={grid} labels={[t.recent, ...t.groups]} off={is_found} />
      <p class="sr-only" role="status">{is_found ? sections[0]!.title : ""}</p>
      <div
        ref={grid}
        class="emoji-grid"
        role={is_empty ? undefined : "grid"}
        aria-label={is_empty ? undefined : t.title}
        onClick={(event: Event) => {
          const cell = (event.target as Element).closest<HTMLElement>("[data-emoji]");
          if (cell) choose(cell.dataset.emoji!);
        }}
      >
        {is_empty
          ? <p class="px-3 py-10 text-center text-13 text-muted">{t.nothing}</p>
          : <Cells sections={sections} columns={columns} tone={tone.value} locale={locale} />}
      </div>
      <Tones
        t={t}
        tone={tone.value}
        onChange={(next) => {
          tone.value = next;
          kept.setTone(next);
        }}
      />
    </div>
  );
}

/** Those lately taken, as they were taken: a sign with a skin tone keeps it. */
function usual(all: readonly Emoji[], signs: readonly string[]): Emoji[] {
  const known = new Map(all.map((emoji) => [emoji.sign, emoji]));
  return signs.map((sign) => {
    const found = known.get(sign) ?? known.get(sign.replace(/[\u{1f3fb}-\u{1f3ff}]/gu, ""));
    return { words: "", names: { en: sign, fa: sign }, ...found, sign, toned: "" };
  });
}

/** As many cells in a row as have room for a finger, or for a pointer. */
function useColumns(grid: { readonly current: HTMLElement | null }): number {
  const columns = useSignal(8);
  useEffect(() => {
    const fit = () => {
      const cell = matchMedia("(pointer: coarse)").matches ? 44 : 40;
      columns.value = Math.max(5, Math.min(10, Math.floor((grid.current!.clientWidth - 16) / cell)));
      // By the CSSOM, which the content security policy leaves to scripts.
      grid.current!.style.setProperty("--columns", String(columns.value));
    };
    fit();
    addEventListener("resize", fit);
    return () => removeEventListener("resize", fit);
  }, []);
  return columns.value;
}
