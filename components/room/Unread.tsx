import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { x } from "@/components/icons.ts";
import { arrowUp } from "@/components/late_icons.ts";
import { moment } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Reading } from "./reading.ts";
import type { RoomView } from "./view.ts";

export interface UnreadProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly reading: Reading;
  onJump(): void;
  /** All is read. */
  onDone(): void;
}

/** Over the log: how many messages above are new and since when; leads to the first, or marks all as read. */
export function Unread({ view, dates, now, reading, onJump, onDone }: UnreadProps) {
  const { room, t } = view;
  const since = useSignal<string | null>(null);
  const skipped = reading.skipped.value;

  useEffect(() => {
    if (!skipped) return;
    void room.unreadSince().then((at) => void (since.value = at));
  }, [skipped]);

  if (!skipped) return null;
  const when = since.value && moment(dates, since.value, now);
  return (
    <div class="absolute top-2 inset-x-0 z-3 flex justify-center pointer-events-none px-3">
      <div class="pointer-events-auto flex items-center max-w-full rounded-full bg-float shadow-float text-13 text-accent">
        <button
          type="button"
          onClick={onJump}
          class="inline-flex items-center gap-2 min-w-0 min-h-[34px] coarse:min-h-11 ps-3 pe-2 rounded-full font-600"
        >
          <Icon of={arrowUp} size={16} />
          <span class="clip num">{t.places.unread(room.unread.value, when)}</span>
        </button>
        <button
          type="button"
          onClick={onDone}
          aria-label={t.places.readAll}
          title={`${t.places.readAll} (Esc)`}
          class="flex-none inline-flex items-center justify-center size-[34px] coarse:size-11 rounded-full text-muted hover:text-ink"
        >
          <Icon of={x} size={16} />
        </button>
      </div>
    </div>
  );
}
