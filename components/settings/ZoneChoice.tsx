import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";

/** Zones of one part of the world. */
export interface ZoneGroup {
  readonly region: string;
  /** What follows the region in the IANA name. */
  readonly places: readonly string[];
}

export interface ZoneChoiceProps {
  readonly zone: string | null;
  readonly zones: readonly ZoneGroup[];
  readonly auto: string;
  /** The button of the form without scripts. */
  readonly save: string;
  readonly onChoose: (zone: string | null) => void;
}

/** A time zone from the list that the server knows. */
export function ZoneChoice({ zone, zones, auto, save, onChoose }: ZoneChoiceProps) {
  return (
    <form method="post" action="/preferences" class="flex items-center gap-2 min-w-0 max-w-full">
      <input type="hidden" name="return" value="/settings/appearance" />
      <span class="relative flex items-center min-w-0 rounded ring-field focus-within:ring-accent bg-surface-1">
        <select
          name="time_zone"
          aria-labelledby="zone"
          aria-describedby="zone-note"
          class="min-h-9 coarse:min-h-11 w-full max-w-[240px] ps-3 pe-9 appearance-none outline-none bg-transparent text-13 max-md:text-[16px]"
          onChange={(event: Event) => onChoose((event.target as HTMLSelectElement).value || null)}
        >
          <option value="" selected={zone === null}>{auto}</option>
          <ZoneOptions zones={zones} zone={zone} />
        </select>
        <Icon of={chevronDown} size={16} class="absolute end-3 text-muted pointer-events-none" />
      </span>
      <span class="without-scripts">
        <Button type="submit">{save}</Button>
      </span>
    </form>
  );
}

/** The zones that the server knows, by the part of the world. */
export function ZoneOptions({ zones, zone }: Pick<ZoneChoiceProps, "zones" | "zone">) {
  return (
    <>
      {zones.map(({ region, places }) => (
        <optgroup key={region} label={region}>
          {places.map((place) => (
            <option key={place} value={`${region}/${place}`} selected={`${region}/${place}` === zone}>
              {place.replaceAll("_", " ")}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
