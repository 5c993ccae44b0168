import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import { latePart } from "./late_part.tsx";
import { useMembersOver } from "./members.ts";
import type { RoomView } from "./view.ts";

export interface MembersPanelProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

const SHOWN = { auto: cx("hidden xl:flex"), open: cx("flex"), closed: cx("hidden") };

/** Some hundred rows that roll, and a search: the server draws what is seen of them first. */
const MembersInside = latePart(({ MembersInside }) => MembersInside);

/** Who is in the room: those online first. Beside it on a desktop, over its edge on a tablet, over it on a phone. */
export function MembersPanel({ view, dates, now }: MembersPanelProps) {
  const { room, t, members: state } = view;
  const { members_count } = room.presence.value;
  const over = useMembersOver(view);
  const panel = useRef<HTMLElement>(null);
  const close = () => void (state.value = "closed");

  useEffect(() => {
    if (over) panel.current?.querySelector("button")?.focus();
  }, [over]);

  return (
    <>
      {over && <div class="fixed inset-0 z-10 bg-scrim max-md:hidden" onClick={close} />}
      <aside
        ref={panel}
        id="members"
        aria-label={t.members.title}
        class={cx(
          "flex-none flex-col min-h-0 on-1 w-full md:w-list lg:w-aside md:border-s border-line",
          "max-lg:fixed max-lg:inset-y-0 max-lg:end-0 max-lg:z-20 max-lg:shadow-float",
          SHOWN[state.value],
        )}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === "Escape" && over && !event.defaultPrevented) close();
        }}
      >
        <header class="flex-none flex items-center gap-2 h-bar px-4 border-b border-line">
          <h2 class="flex-1 text-14 font-650">
            {t.members.title} <span class="font-400 text-muted">{number(dates.locale, members_count)}</span>
          </h2>
          <span class="needs-scripts lg:hidden">
            <IconButton icon={x} label={t.members.hide} onClick={close} />
          </span>
        </header>
        <MembersInside view={view} dates={dates} now={now} />
      </aside>
    </>
  );
}
