import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown, x } from "@/components/icons.ts";
import { plus } from "@/components/late_icons.ts";
import { ZoneOptions } from "@/components/settings/ZoneChoice.tsx";
import type { ZoneGroup } from "@/components/settings/ZoneChoice.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { BusinessHours } from "@/lib/protocol/sites.ts";
import type { SiteForm } from "./draft.ts";
import { usualHours } from "./draft.ts";
import { Fault, FormRow, INPUT, SwitchRow, WRONG } from "./FormRow.tsx";

/** Spans of one day. */
const SPANS_MAX = 4;

export interface HoursProps {
  readonly form: SiteForm;
  readonly zones: readonly ZoneGroup[];
  /** Of whoever sets it. */
  readonly zone: string;
}

/** When somebody answers, day by day; always, where nothing is set. */
export function Hours({ form, zones, zone }: HoursProps) {
  const { t, locale, draft: { look: { hours } }, faults } = form;
  const shown = hours ?? usualHours(locale, zone);
  return (
    <>
      <SwitchRow
        form={form}
        path="look.hours"
        label={t.hours}
        checked={hours !== null}
        text={t.hoursHint}
        onChange={(on) => form.put("look.hours", on ? shown : null)}
      />
      <div class="when-on">
        <FormRow path="hours.time_zone" label={t.zone} fault={faults["look.hours.time_zone"]} single>
          <Zone form={form} zones={zones} zone={shown.time_zone} />
        </FormRow>
        <ul class="border-b border-line py-1.5">
          {t.week.map((day) => <Day key={day} form={form} hours={shown} day={day} />)}
          <li class="without-scripts text-12 text-muted">{t.hoursPlain}</li>
        </ul>
      </div>
    </>
  );
}

function Zone({ form, zones, zone }: HoursProps) {
  return (
    <span class="relative flex items-center w-fit max-w-full">
      <select
        id="hours.time_zone"
        name="hours.time_zone"
        class={cx(INPUT, "pe-9 appearance-none")}
        onChange={(event: Event) =>
          form.put("look.hours.time_zone", (event.target as HTMLSelectElement).value)}
      >
        {zones.every(({ region }) => !zone.startsWith(`${region}/`)) && (
          <option value={zone} selected>{zone}</option>
        )}
        <ZoneOptions zones={zones} zone={zone} />
      </select>
      <Icon of={chevronDown} size={16} class="absolute end-3 text-muted pointer-events-none" />
    </span>
  );
}

interface DayProps {
  readonly form: SiteForm;
  readonly hours: BusinessHours;
  readonly day: number;
}

type Spans = BusinessHours["days"][number];

/** The spans of one day; none of them means that it is closed. */
function Day({ form, hours, day }: DayProps) {
  const { t, faults } = form;
  const spans = hours.days[day] ?? [];
  const name = t.days[day]!;
  const set = (next: Spans) =>
    form.put("look.hours", { ...hours, days: hours.days.map((one, at) => at === day ? next : one) });
  const fault = Object.entries(faults).find(([path]) => path.startsWith(`look.hours.days.${day}.`));
  // Without scripts there is always one more to fill in.
  const rows = [...spans.map((span) => ({ ...span, is_extra: false })), {
    from: "",
    to: "",
    is_extra: true,
  }].slice(0, SPANS_MAX);
  return (
    <li class="grid grid-cols-[minmax(0,1fr)_auto] md:grid-cols-[88px_minmax(0,1fr)_auto] items-start gap-x-3 py-1">
      <span class="flex items-center min-h-9 coarse:min-h-11 text-13 max-md:font-550">{name}</span>
      <div class="max-md:row-start-2 max-md:col-span-2 grid gap-1.5">
        {spans.length === 0 && (
          <span class="needs-scripts flex items-center min-h-9 coarse:min-h-11 text-13 text-muted">
            {t.closed}
          </span>
        )}
        {rows.map(({ from, to, is_extra }, at) => (
          <div
            key={at}
            class={cx("flex flex-wrap items-center gap-2", is_extra && "without-scripts")}
            role="group"
            aria-label={name}
          >
            <TimeField
              name={`hours.${day}.${at}.from`}
              label={t.from(name)}
              value={from}
              wrong={fault !== undefined}
              onInput={(from) => set(spans.map((one, index) => index === at ? { ...one, from } : one))}
            />
            <span class="text-13 text-muted">{t.until}</span>
            <TimeField
              name={`hours.${day}.${at}.to`}
              label={t.to(name)}
              value={to === "24:00" ? "00:00" : to}
              wrong={fault !== undefined}
              onInput={(to) =>
                set(
                  spans.map((one, index) =>
                    index === at ? { ...one, to: to === "00:00" ? "24:00" : to } : one
                  ),
                )}
            />
            <span class="needs-scripts">
              <IconButton
                icon={x}
                size="sm"
                label={t.removeSpan(name)}
                onClick={() => set(spans.filter((_, index) => index !== at))}
              />
            </span>
          </div>
        ))}
        {fault && <Fault text={t.hoursWrong} />}
      </div>
      <span class="needs-scripts flex items-center min-h-9">
        {spans.length < SPANS_MAX && (
          <IconButton
            icon={plus}
            size="sm"
            label={t.addSpan(name)}
            onClick={() => set([...spans, nextSpan(spans)])}
          />
        )}
      </span>
    </li>
  );
}

/** What is offered next: the working day, or an evening after what is there. */
function nextSpan(spans: Spans): Spans[number] {
  const end = spans.at(-1)?.to;
  if (end === undefined) return { from: "09:00", to: "17:00" };
  return end < "20:00" ? { from: "20:00", to: "22:00" } : { from: end, to: "24:00" };
}

function TimeField({ name, label, value, wrong, onInput }: {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onInput: (value: string) => void;
}) {
  return (
    <span class="w-[124px] coarse:w-[108px]">
      <input
        type="time"
        name={name}
        value={value}
        dir="ltr"
        aria-label={label}
        aria-invalid={wrong ? "true" : undefined}
        class={cx(INPUT, "time", wrong && WRONG)}
        onChange={(event: Event) => onInput((event.target as HTMLInputElement).value)}
      />
    </span>
  );
}
