import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { MemberRow } from "@/components/MemberRow.tsx";
import { Time } from "@/components/Time.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Member, Room } from "@/lib/realtime/client/room.ts";

export interface MembersPanelProps {
  readonly t: ChatText;
  readonly dates: DateStyle;
  readonly now: number;
  readonly room: Room;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Who is in the room: those online first. Beside it on a desktop, over it on a phone. */
export function MembersPanel({ t, dates, now, room, open, onClose }: MembersPanelProps) {
  const { members_count, online_ids, online_count } = room.presence.value;
  const all = [...room.members.value.values()];
  const here = all.filter(({ user }) => online_ids.has(user.id));
  const away = all.filter(({ user }) => !online_ids.has(user.id));
  const section = (members: readonly Member[], online: boolean) =>
    members.map((member) => (
      <li key={member.user.id}>
        <MemberRow
          t={t}
          person={member.user}
          presence={online ? "online" : "offline"}
          note={note(member, online)}
        />
      </li>
    ));

  function note({ user, last_seen_at }: Member, online: boolean) {
    if (user.id === room.me.id) return t.members.you;
    if (online || last_seen_at === null) return undefined;
    return <Time dates={dates} at={last_seen_at} show="last-seen" now={now} />;
  }

  return (
    <aside
      id="members"
      aria-label={t.members.title}
      class={cx(
        "flex-none flex-col min-h-0 bg-surface-1 max-lg:fixed max-lg:inset-0 max-lg:z-20 lg:w-aside lg:border-s border-line",
        open ? "flex" : "hidden",
      )}
    >
      <header class="flex-none flex items-center gap-2 h-bar px-4 border-b border-line">
        <h2 class="flex-1 text-15 font-650">
          {t.members.title} <span class="font-400 text-muted">{number(dates.locale, members_count)}</span>
        </h2>
        <IconButton icon={x} label={t.members.hide} onClick={onClose} />
      </header>
      <div class="flex-1 min-h-0 overflow-y-auto px-2 pb-4">
        <Heading label={t.members.online} count={number(dates.locale, online_count)} />
        <ul>{section(here, true)}</ul>
        {away.length > 0 && (
          <Heading
            label={t.members.offline}
            count={number(dates.locale, Math.max(0, members_count - online_count))}
          />
        )}
        <ul>{section(away, false)}</ul>
      </div>
    </aside>
  );
}

function Heading({ label, count }: { label: string; count: string }) {
  return (
    <h3 class="flex gap-2 px-2 pt-4 pb-1.5 text-12 leading-5 font-550 text-muted">
      {label} <span>{count}</span>
    </h3>
  );
}
