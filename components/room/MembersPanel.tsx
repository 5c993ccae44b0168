import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { MemberRow } from "@/components/MemberRow.tsx";
import { Time } from "@/components/Time.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Member } from "@/lib/realtime/client/room.ts";
import { useMembersOver } from "./members.ts";
import type { RoomView } from "./view.ts";

export interface MembersPanelProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

const SHOWN = { auto: cx("hidden xl:flex"), open: cx("flex"), closed: cx("hidden") };

/** Who is in the room: those online first. Beside it on a desktop, over its edge on a tablet, over it on a phone. */
export function MembersPanel({ view, dates, now }: MembersPanelProps) {
  const { room, t, members: state } = view;
  const { members_count, online_ids, online_count } = room.presence.value;
  const over = useMembersOver(view);
  const panel = useRef<HTMLElement>(null);
  const all = [...room.members.value.values()];
  const here = all.filter(({ user }) => online_ids.has(user.id));
  const away = all.filter(({ user }) => !online_ids.has(user.id));
  const close = () => void (state.value = "closed");

  useEffect(() => {
    if (over) panel.current?.querySelector("button")?.focus();
  }, [over]);

  function row({ user, last_seen_at }: Member, online: boolean) {
    const seen = last_seen_at !== null && <Time dates={dates} at={last_seen_at} show="last-seen" now={now} />;
    const note = user.id === room.me.id ? t.members.you : !online && seen ? seen : undefined;
    return (
      <li key={user.id}>
        <MemberRow t={t} person={user} presence={online ? "online" : "offline"} note={note} />
      </li>
    );
  }

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
          if (event.key === "Escape" && over) close();
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
        <div
          class="flex-1 min-h-0 overflow-y-auto px-2 pb-4"
          tabIndex={0}
          role="group"
          aria-label={t.members.title}
        >
          <Heading label={t.members.online} count={number(dates.locale, online_count)} />
          <ul>{here.map((member) => row(member, true))}</ul>
          {away.length > 0 && (
            <>
              <Heading
                label={t.members.offline}
                count={number(dates.locale, Math.max(0, members_count - online_count))}
              />
              <ul>{away.map((member) => row(member, false))}</ul>
            </>
          )}
        </div>
      </aside>
    </>
  );
}

function Heading({ label, count }: { label: string; count: string }) {
  return (
    <h3 class="flex gap-2 px-2 pt-4 pb-1.5 text-12 leading-5 font-550 text-muted">
      {label} <span>{count}</span>
    </h3>
  );
}
