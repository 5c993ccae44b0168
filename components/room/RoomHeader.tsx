import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { IconButton } from "@/components/Button.tsx";
import { chevronLeft, users } from "@/components/icons.ts";
import { useMembersOpen } from "./members.ts";
import type { RoomView } from "./view.ts";

export interface RoomHeaderProps {
  readonly view: RoomView;
  readonly name: string;
  /** Where the list of conversations is on a phone. */
  readonly list_href: string;
}

/** The bar above a room: which it is, how many are in it, and what can be opened beside it. */
export function RoomHeader({ view, name, list_href }: RoomHeaderProps) {
  const { room, t, members } = view;
  const { members_count, online_count } = room.presence.value;
  const online = room.status.value.state !== "offline";
  const open = useMembersOpen(view);
  const button = useRef<HTMLSpanElement>(null);
  const was_open = useRef(open);

  useEffect(() => {
    // Whoever closed the list goes on from where it was opened.
    if (was_open.current && members.value === "closed") button.current?.querySelector("button")?.focus();
    was_open.current = open;
  }, [open]);

  return (
    <header class="flex-none flex items-center gap-3 h-bar px-2 md:px-4 border-b border-line">
      <span class="md:hidden -me-1">
        <IconButton icon={chevronLeft} label={t.nav.back} href={list_href} />
      </span>
      <Avatar id={0} name={name} shape="place" kind="mark" size={32} />
      <div class="min-w-0 flex-1">
        <h1 class="clip text-15 leading-5 font-650">{name}</h1>
        <p class="clip text-12 leading-4 text-muted">
          {online ? t.room.peopleOnline(members_count, online_count) : t.room.people(members_count)}
        </p>
      </div>
      <span ref={button} class="needs-scripts">
        <IconButton
          icon={users}
          label={open ? t.members.hide : t.members.show}
          active={open}
          aria-expanded={open}
          aria-controls="members"
          onClick={() => void (members.value = open ? "closed" : "open")}
        />
      </span>
    </header>
  );
}
