import { Avatar } from "@/components/Avatar.tsx";
import { IconButton } from "@/components/Button.tsx";
import { chevronLeft, users } from "@/components/icons.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Room } from "@/lib/realtime/client/room.ts";

export interface RoomHeaderProps {
  readonly t: ChatText;
  readonly room: Room;
  readonly name: string;
  /** Where the list of conversations is on a phone. */
  readonly list_href: string;
  readonly members_open: boolean;
  readonly onMembers: () => void;
}

/** The bar above a room: which it is, how many are in it, and what can be opened beside it. */
export function RoomHeader({ t, room, name, list_href, members_open, onMembers }: RoomHeaderProps) {
  const { members_count, online_count } = room.presence.value;
  const online = room.status.value.state !== "offline";
  return (
    <header class="flex-none flex items-center gap-3 h-bar px-2 md:px-4 border-b border-line">
      <span class="md:hidden">
        <IconButton icon={chevronLeft} label={t.nav.back} href={list_href} />
      </span>
      <Avatar id={0} name={name} shape="place" kind="mark" size={32} />
      <div class="min-w-0 flex-1">
        <h1 class="clip text-15 leading-5 font-650">{name}</h1>
        <p class="clip text-12 leading-4 text-muted">
          {online ? t.room.peopleOnline(members_count, online_count) : t.room.people(members_count)}
        </p>
      </div>
      <IconButton
        icon={users}
        label={members_open ? t.members.hide : t.members.show}
        active={members_open}
        aria-expanded={members_open}
        aria-controls="members"
        onClick={onMembers}
      />
    </header>
  );
}
