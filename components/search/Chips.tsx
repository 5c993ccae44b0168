import { Icon } from "@/components/Icon.tsx";
import { calendarDays, messageCircle } from "@/components/chat_icons.ts";
import { atSign, chevronDown, image, x } from "@/components/icons.ts";
import { file, link } from "@/components/late_icons.ts";
import type { IconShape } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import type { RoomView } from "@/components/room/view.ts";
import { startOfDay } from "@/lib/i18n/calendar.ts";
import { dayOf } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { SearchText } from "@/lib/i18n/search/mod.ts";
import type { Having } from "@/lib/realtime/client/message_search.ts";
import type { Choice, Filters } from "./filters.ts";

export interface ChipsProps {
  readonly t: SearchText;
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly filters: Filters;
  /** What is being chosen. */
  readonly open: Choice | null;
  readonly onNarrow: (change: Partial<Filters>) => void;
  readonly onChoose: (choice: Choice) => void;
}

const HAVING: readonly (readonly [Having, IconShape])[] = [["image", image], ["file", file], ["link", link]];

/** What a chip leads to is found by this id, and the focus back to it. */
export function choiceId(choice: Choice): string {
  return `finder-${choice}`;
}

/** The conditions of a search: chosen from a list, or on and off. */
export function Chips({ t, dates, filters, open, onNarrow, onChoose }: ChipsProps) {
  const { person, room, since, until, has } = filters;
  const toggle = (what: Having) =>
    onNarrow({ has: has.includes(what) ? has.filter((one) => one !== what) : [...has, what] });
  const choices: readonly (readonly [Choice, IconShape, string | null, Partial<Filters>])[] = [
    ["person", atSign, person && displayName(person), { person: null }],
    ["room", messageCircle, room && room.name, { room: null }],
    ["dates", calendarDays, daysOf(t, dates, since, until), { since: null, until: null }],
  ];
  return (
    <div role="group" aria-label={t.filters.label} class="finder-chips">
      {choices.map(([choice, icon, chosen, none]) => (
        <span key={choice} class="chip" data-on={chosen !== null || undefined}>
          <button
            type="button"
            id={choiceId(choice)}
            aria-expanded={open === choice}
            onClick={() =>
              onChoose(choice)}
          >
            <Icon of={icon} size={14} />
            <span class="sr-only">{chosen !== null && t.filters[choice]}</span>
            <bdi class="chip-text">{chosen ?? t.filters[choice]}</bdi>
            {chosen === null && <Icon of={chevronDown} size={14} />}
          </button>
          {chosen !== null && (
            <button
              type="button"
              aria-label={t.filters.remove(chosen)}
              title={t.filters.remove(chosen)}
              onClick={() => {
                onNarrow(none);
                document.getElementById(choiceId(choice))?.focus();
              }}
            >
              <Icon of={x} size={14} />
            </button>
          )}
        </span>
      ))}
      {HAVING.map(([what, icon]) => (
        <span key={what} class="chip" data-on={has.includes(what) || undefined}>
          <button type="button" aria-pressed={has.includes(what)} onClick={() => toggle(what)}>
            <Icon of={icon} size={14} />
            {t.filters[what]}
          </button>
        </span>
      ))}
    </div>
  );
}

function daysOf(t: SearchText, dates: DateStyle, since: number | null, until: number | null): string | null {
  const name = (day: number) => dayOf(dates, startOfDay(dates, day));
  if (since !== null && until !== null) {
    return since === until ? name(since) : t.dates.between(name(since), name(until));
  }
  if (since !== null) return t.dates.sinceDay(name(since));
  return until === null ? null : t.dates.untilDay(name(until));
}
