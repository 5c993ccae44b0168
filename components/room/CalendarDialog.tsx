import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { MonthGrid } from "@/components/MonthGrid.tsx";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { startOfDay } from "@/lib/i18n/calendar.ts";
import { dayKey } from "@/lib/i18n/dates.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** Goes to a day: a month to choose from, between the room's first message and today. */
export function CalendarDialog({ view, overlay, dates, now, onClose }: OverlayProps<"calendar">) {
  const { room, t } = view;
  const words = actsText(dates.locale).calendar;
  const today = dayKey(dates, now);
  const first = useSignal<number | null>(null);
  const newest = room.messages.peek().at(-1)?.timestamp;
  const shown = dayKey(dates, overlay.at ?? newest ?? now);

  useEffect(() => {
    void room.beganAt().then((at) => void (first.value = at === null ? null : dayKey(dates, at)));
  }, []);

  return (
    <ModalFrame title={t.places.jumpToDate} onClose={onClose}>
      {(close) => {
        const go = (day: number) => {
          close();
          void view.showAt(startOfDay(dates, day));
        };
        return (
          <>
            <MonthGrid
              t={words}
              dates={dates}
              shown={Math.min(shown, today)}
              today={today}
              first={first.value ?? -Infinity}
              onChoose={go}
            />
            <div class="flex flex-wrap justify-between gap-2 mt-3">
              <Button tone="quiet" size="sm" onClick={() => go(first.value ?? 0)}>
                {words.firstMessage}
              </Button>
              <Button tone="quiet" size="sm" onClick={close}>{t.nav.close}</Button>
            </div>
          </>
        );
      }}
    </ModalFrame>
  );
}
