import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { bellOff, calendarDays, chevronLeft, search, users } from "@/components/chat_icons.ts";
import { displayName } from "@/components/person.ts";
import { lastSeen } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { digits } from "@/lib/i18n/mod.ts";
import { customerOf, otherOf } from "@/lib/realtime/client/entry.ts";
import { faceOf, presenceOf } from "./faces.ts";
import { latePart } from "./late_part.tsx";
import { privateLook } from "./look.ts";
import { useMembersOpen } from "./members.ts";
import { mutedWords } from "./muted.ts";
import { hasPanel } from "./RoomPanel.tsx";
import type { RoomView } from "./view.ts";

export interface RoomHeaderProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly name: string;
  /** Where the list of conversations is on a phone. */
  readonly list_href: string;
}

const RoomMenu = latePart(({ RoomMenu }) => RoomMenu);

/** The bar above a room: which it is, how many are in it, and what can be opened beside it. */
export function RoomHeader({ view, dates, now, name, list_href }: RoomHeaderProps) {
  const { room, t, members } = view;
  const { conversation: { value: conversation }, me } = room;
  const other = otherOf(conversation, me.id);
  const Private = privateLook(view);
  const muted = mutedWords(view, dates, now);
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
      <Avatar
        name={name}
        {...faceOf(conversation, me.id)}
        size={32}
        presence={other && other.id !== me.id ? presenceOf(view, other) : null}
      />
      <div class="min-w-0 flex-1">
        <div class="flex items-center gap-1.5 min-w-0">
          <h1 class="min-w-0 text-15 leading-5 font-650">
            {Private && other && other.id !== me.id
              ? <Private.PersonButton view={view} person={other} />
              : <span class="clip" dir="auto">{name}</span>}
          </h1>
          {muted && (
            <span class="flex-none text-muted" title={muted}>
              <Icon of={bellOff} size={14} />
              <span class="sr-only">{muted}</span>
            </span>
          )}
        </div>
        <p class="clip text-12 leading-4 text-muted">
          <Below view={view} dates={dates} now={now} />
        </p>
      </div>
      <IconButton
        icon={search}
        label={t.nav.search}
        href="/chat/search"
        onClick={(event: MouseEvent) => {
          event.preventDefault();
          view.overlay.value = { kind: "search" };
        }}
      />
      <span class="needs-scripts max-md:hidden">
        <IconButton
          icon={calendarDays}
          label={t.places.jumpToDate}
          aria-haspopup="dialog"
          onClick={() => void (view.overlay.value = { kind: "calendar" })}
        />
      </span>
      {hasPanel(conversation) && (
        <span ref={button} class="needs-scripts">
          <IconButton
            icon={users}
            label={conversation.ticket ? t.members.customer : open ? t.members.hide : t.members.show}
            active={open}
            aria-expanded={open}
            aria-controls="members"
            onClick={() => void (members.value = open ? "closed" : "open")}
          />
        </span>
      )}
      <RoomMenu view={view} dates={dates} now={now} />
    </header>
  );
}

/** Below the name: how many there are, or how things stand with the other one of two. */
function Below({ view, dates, now }: Pick<RoomHeaderProps, "view" | "dates" | "now">) {
  const { room, t } = view;
  const { kind, name, participants_count, ticket, topic } = room.conversation.value;
  const other = otherOf(room.conversation.value, room.me.id);
  if (other?.id === room.me.id) return <>{t.room.ownNotes}</>;
  if (other) {
    if (room.typists.value.length > 0) return <span class="text-accent">{t.list.typing}</span>;
    const status = presenceOf(view, other);
    const seen_at = room.people.entries.value.find(({ user }) => user.id === other.id)?.last_seen_at;
    if (status === "online") return <span class="text-accent">{t.members.online}</span>;
    if (status !== "offline" || !seen_at) return <>{t.members[status]}</>;
    return <>{t.members.lastSeen(lastSeen(dates, seen_at, now))}</>;
  }
  if (ticket) {
    const customer = name && customerOf(room.conversation.value);
    const parts = [
      `#${digits(dates.locale, ticket.number)}`,
      customer && displayName(customer),
      ticket.site_name,
    ];
    return <>{parts.filter(Boolean).map((part) => `\u2068${part}\u2069`).join(" · ")}</>;
  }
  if (kind === "site" || kind === "ticket") return <>{t.room.kinds[kind]}</>;
  if (kind !== "global") return topic ? <bdi>{topic}</bdi> : <>{t.room.people(participants_count)}</>;
  const { members_count, online_count } = room.presence.value;
  const is_online = room.status.value.state !== "offline";
  return <>{is_online ? t.room.peopleOnline(members_count, online_count) : t.room.people(members_count)}</>;
}
