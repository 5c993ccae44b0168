import { IconButton } from "@/components/Button.tsx";
import { ellipsis } from "@/components/icons.ts";
import { MemberRow } from "@/components/MemberRow.tsx";
import type { MenuItem } from "@/components/Menu.tsx";
import { displayName } from "@/components/person.ts";
import type { Anchor } from "@/components/place.ts";
import { Time } from "@/components/Time.tsx";
import type { RoomMember } from "@/lib/protocol/entities.ts";
import type { PartProps } from "./parts.ts";
import { rightsIn } from "./rights.ts";

export interface GroupPersonProps extends PartProps {
  readonly member: RoomMember;
  /** What one may do about them. */
  readonly items: readonly MenuItem[];
  readonly is_stop: boolean;
  readonly onFocus: () => void;
  readonly onMenu: (at: Anchor) => void;
}

/** Somebody in a group: a press opens their card, the button beside it what one may do about them. */
export function GroupPerson(props: GroupPersonProps) {
  const { view, words, member, items, is_stop, onFocus, onMenu } = props;
  const { room, t } = view;
  const { user, role } = member;
  const has_menu = items.length > 0;
  const { run } = rightsIn(room.conversation.value, room.me);
  return (
    <div
      class="flex items-center rounded hover:bg-surface-3"
      onFocusCapture={onFocus}
      onContextMenu={(event: MouseEvent) => {
        if (!has_menu) return;
        event.preventDefault();
        const row = (event.currentTarget as HTMLElement).querySelector<HTMLElement>("[data-menu]");
        row?.focus();
        if (row) onMenu(row.getBoundingClientRect());
      }}
    >
      <span class="flex-1 min-w-0">
        <MemberRow
          t={t}
          person={{ ...user, role }}
          presence={room.statusOf(member)}
          note={noteOf(props)}
          tabIndex={is_stop ? 0 : -1}
          pick
          onSelect={({ currentTarget }) => {
            view.overlay.value = {
              kind: "person",
              user,
              username: user.username,
              from: currentTarget as HTMLElement,
            };
          }}
        />
      </span>
      {has_menu && (
        <IconButton
          data-menu
          icon={ellipsis}
          label={words.about.actsOn(displayName(user))}
          aria-haspopup="menu"
          tabIndex={is_stop ? 0 : -1}
          onClick={({ currentTarget }) => onMenu(currentTarget.getBoundingClientRect())}
        />
      )}
      {/* The tags stand below one another. */}
      {run && !has_menu && <span class="flex-none w-[34px] coarse:w-11" />}
    </div>
  );
}

function noteOf({ view: { room, t }, dates, now, member }: GroupPersonProps) {
  const { user, last_seen_at } = member;
  if (user.id === room.me.id) return t.members.you;
  const status = room.statusOf(member);
  if (status === "offline" && last_seen_at !== null) {
    return <Time dates={dates} at={last_seen_at} show="last-seen" now={now} />;
  }
  return t.members[status];
}
