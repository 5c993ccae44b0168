import { clock, dayKey, fullTime } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { RoomView } from "./view.ts";

/** That one wants no notice of this room and until when, in words; null where one does. */
export function mutedWords({ room, t }: RoomView, dates: DateStyle, now: number): string | null {
  const { is_muted, muted_until } = room.mute.value;
  if (!is_muted) return null;
  if (muted_until === null) return t.attention.muted;
  const is_today = dayKey(dates, muted_until) === dayKey(dates, now);
  return t.attention.mutedUntil(is_today ? clock(dates, muted_until) : fullTime(dates, muted_until));
}
