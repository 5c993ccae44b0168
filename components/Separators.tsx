import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { type DateStyle, type Instant, isoTime } from "@/lib/i18n/dates.ts";
import { digits, type Locale } from "@/lib/i18n/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { arrowDown } from "./icons.ts";
import { Time } from "./Time.tsx";

export interface DaySeparatorProps {
  dates: DateStyle;
  at: Instant;
  now: number;
  /** What pressing it does. */
  label?: string;
  /** Given `at`. Without scripts it is a link to the day. */
  onOpen?: (at: string) => void;
  /** Without hairlines, as among bubbles. */
  bare?: boolean;
}

/** Between the messages of two days: the date, hairlines both sides. */
export function DaySeparator({ dates, at, now, label, onOpen, bare }: DaySeparatorProps) {
  const day = <Time dates={dates} at={at} show="day" now={now} />;
  return (
    <div
      class={cx(
        bare ? "flex justify-center pt-1" : "rule rule-both",
        "flex-none px-3 md:px-6 mt-3 pb-1 text-12 leading-5 font-550 text-muted",
      )}
      role={onOpen ? undefined : "separator"}
    >
      {onOpen
        ? (
          <a
            href={`/chat?at=${isoTime(at)}`}
            title={label}
            aria-haspopup="dialog"
            class="rounded-full px-2 -mx-2 hover:bg-surface-3 hover:text-ink-2 coarse:py-2 coarse:-my-2"
            onClick={(event: Event) => {
              event.preventDefault();
              onOpen(isoTime(at));
            }}
          >
            {day}
          </a>
        )
        : day}
    </div>
  );
}

/** Above the first message the reader has not seen: hairline in the accent, label at its end. */
export function NewLine({ t }: { t: ChatText }) {
  return (
    <div
      id="new"
      role="separator"
      class="rule rule-accent flex-none px-3 md:px-6 mt-3 mb-0.5 text-12 leading-5 font-600 text-accent"
    >
      {t.room.newMessages}
    </div>
  );
}

export interface JumpButtonProps {
  locale: Locale;
  t: ChatText;
  /** Messages below the window that the reader has not seen. */
  count: number;
  onJump: () => void;
}

/** Back to the newest: a pill with words on a desktop, a circle with the count on a phone. */
export function JumpButton({ locale, t, count, onJump }: JumpButtonProps) {
  const words = count > 0 ? t.room.newer(count) : t.room.toNewest;
  return (
    <button
      type="button"
      onClick={onJump}
      class="absolute bottom-3 end-3 md:end-6 z-3 inline-flex items-center justify-center gap-2 size-11 md:w-auto md:h-[34px] md:ps-3.5 md:pe-2.5 rounded-full bg-float shadow-float text-13 font-600 text-accent"
    >
      <span class="max-md:sr-only">{words}</span>
      <Icon of={arrowDown} size={16} />
      {count > 0 && (
        <span
          aria-hidden="true"
          class="md:hidden num absolute -top-2 min-w-[18px] h-[18px] px-[5px] rounded-full bg-accent text-accent-contrast text-11 leading-[18px] font-650"
        >
          {digits(locale, Math.min(count, 99))}
        </span>
      )}
    </button>
  );
}
