import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import { onMembersKey, useMembersOver } from "./members.ts";
import { MembersList, MoreMembers } from "./MembersList.tsx";
import { Found, MembersSearch } from "./MembersSearch.tsx";
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
  const { members_count } = room.presence.value;
  const over = useMembersOver(view);
  const panel = useRef<HTMLElement>(null);
  const query = useSignal("");
  const sought = query.value.trim();
  const stop = useSignal(0);
  const list = { view, dates, now, stop };
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
        <MembersSearch view={view} query={query} />
        <div
          id="members-list"
          data-rolls
          class="relative flex-1 min-h-0 overflow-y-auto px-2 pb-4"
          onKeyDown={onMembersKey}
        >
          {sought === "" ? <Everybody {...list} /> : <Found {...list} query={sought} />}
        </div>
      </aside>
    </>
  );
}

type ListProps = Omit<Parameters<typeof MembersList>[0], "label" | "members">;

function Everybody(props: ListProps) {
  const { room, t } = props.view;
  const { members_count, online_count } = room.presence.value;
  const { online, offline } = room.people.lists.value;
  const is_offline = room.status.value.state === "offline";
  const offline_count = Math.max(0, members_count - online_count);
  return (
    <>
      {is_offline && <p class="px-2 pt-3 text-12 text-muted">{t.members.stale}</p>}
      <MembersList {...props} label={t.members.online} count={online_count} members={online} />
      {offline.length > 0 && (
        <MembersList
          {...props}
          label={t.members.offline}
          count={Math.max(offline_count, offline.length)}
          members={offline}
        />
      )}
      {room.people.has_more.value && (
        <MoreMembers view={props.view} state={room.people.state.value} onMore={room.people.more} />
      )}
      {members_count <= 1 && <p class="px-2 pt-3 text-13 text-muted">{t.members.alone}</p>}
    </>
  );
}
