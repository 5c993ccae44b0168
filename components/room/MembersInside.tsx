import { useSignal } from "@preact/signals";
import type { RoomPanelProps } from "./RoomPanel.tsx";
import { MembersList, MoreMembers } from "./MembersList.tsx";
import { Found, MembersSearch } from "./MembersSearch.tsx";

/** Everybody in the room, or those one looks for. */
export function MembersInside({ view, dates, now }: RoomPanelProps) {
  const query = useSignal("");
  const sought = query.value.trim();
  const stop = useSignal(0);
  const list = { view, dates, now, stop };
  return (
    <>
      <MembersSearch view={view} query={query} />
      <div
        id="members-list"
        data-rolls
        class="relative flex-1 min-h-0 overflow-y-auto px-2 pb-4"
        onKeyDown={onMembersKey}
      >
        {sought === "" ? <Everybody {...list} /> : <Found {...list} query={sought} />}
      </div>
    </>
  );
}

/** Times are shown to the minute, here in milliseconds. */
const MINUTE = 60_000;

/** The first of a few hundred people, the same for nearly all who ask. */
MembersInside.keptBy = (props: unknown): string | null => {
  const { view: { room }, dates, now } = props as RoomPanelProps;
  const { members_count, online_count, online_ids, away_ids } = room.presence.value;
  return JSON.stringify([
    [room.people.lists.value, room.people.has_more.value, room.people.state.value],
    [members_count, online_count, [...online_ids], [...away_ids]],
    [room.me.id, room.status.value.state, dates, Math.floor(now / MINUTE)],
  ]);
};

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

/** Arrows, Home and End move among the people of a list, up and out of it to where one searches. */
function onMembersKey(event: KeyboardEvent): void {
  const scroller = event.currentTarget as HTMLElement;
  const rows = Array.from(scroller.querySelectorAll<HTMLElement>("li button"));
  const at = rows.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const next = { ArrowDown: rows[at + 1], ArrowUp: rows[at - 1], Home: rows[0], End: rows.at(-1) }[event.key];
  if (next === undefined && !(event.key === "ArrowUp" && at === 0)) return;
  event.preventDefault();
  if (next) next.focus();
  else document.querySelector<HTMLElement>("#members input")?.focus();
}
