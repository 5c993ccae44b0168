import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { tellZone } from "./tell_zone.ts";

/** The device's own time zone where it differs and none was chosen, told to the server for the next page. */
export function useOwnZone(start: DateStyle, is_chosen: boolean): DateStyle {
  const dates = useSignal(start);
  useEffect(() => {
    const timeZone = tellZone();
    if (!is_chosen && timeZone !== start.timeZone) dates.value = { ...start, timeZone };
  }, []);
  return dates.value;
}
