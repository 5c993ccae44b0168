import { IconButton } from "@/components/Button.tsx";
import { bellOff, messageCircle, pin, users } from "@/components/chat_icons.ts";
import { atSign, clock3, ellipsis } from "@/components/icons.ts";
import { bell, info } from "@/components/late_icons.ts";
import { Menu } from "@/components/Menu.tsx";
import type { MenuItem } from "@/components/Menu.tsx";
import { displayName } from "@/components/person.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { otherOf } from "@/lib/realtime/client/entry.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { mutedWords } from "./muted.ts";
import type { RoomView } from "./view.ts";

const HOUR = 60 * 60_000;
/** How long one may want to be left alone, in milliseconds; null is until one says otherwise. */
export const SILENCES = { hour: HOUR, eight: 8 * HOUR, day: 24 * HOUR, on: null } as const;

export interface RoomMenuProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** For how long one may be left alone; where one is, the way back. */
export function silenceItems(view: RoomView, dates: DateStyle, now: number): MenuItem[] {
  const { room, t: { locale } } = view;
  const { attention: words } = membersText(locale);
  if (mutedWords(view, dates, now) !== null) {
    return [{ label: words.unmute, icon: bell, apart: true, onSelect: () => tryTo(view, room.unmute()) }];
  }
  return (Object.keys(SILENCES) as (keyof typeof SILENCES)[]).map((name) => ({
    label: words.silence[name],
    icon: name === "on" ? bellOff : clock3,
    apart: name === "hour",
    onSelect: () => tryTo(view, room.silence(SILENCES[name])),
  }));
}

function tryTo({ notices, t }: RoomView, doing: Promise<void>): void {
  doing.catch((error) => notices.say(error.message || t.connection.notNow, "bad"));
}

/** What one wants to hear of the room: of which messages, and whether at all for now. */
export function RoomMenu({ view, dates, now }: RoomMenuProps) {
  const { room, t } = view;
  const { attention: words } = membersText(t.locale);
  const { all_messages } = room.notifications.value;
  const muted = mutedWords(view, dates, now);

  const items: MenuItem[] = [
    {
      label: words.concerns,
      icon: atSign,
      checked: !all_messages,
      onSelect: () => tryTo(view, room.wish({ all_messages: false })),
    },
    {
      label: words.everything,
      icon: messageCircle,
      checked: all_messages,
      onSelect: () => tryTo(view, room.wish({ all_messages: true })),
    },
    ...silenceItems(view, dates, now),
    ...placeItems(view),
  ];

  return (
    <span class="needs-scripts -ms-2">
      <IconButton icon={ellipsis} label={words.menu} popovertarget="room-menu" aria-haspopup="menu" />
      <Menu
        id="room-menu"
        label={words.menu}
        items={items}
        head={
          <p class="px-2.5 pt-1.5 pb-1 text-12 text-muted" aria-hidden="true">{muted ?? words.heading}</p>
        }
      />
    </span>
  );
}

/** What else one does with a conversation of one's own; a group is told of in a panel, two have only this. */
function placeItems(view: RoomView): MenuItem[] {
  const { room, session: { conversations, entries }, t } = view;
  const { id, kind } = room.conversation.value;
  const listed = entries.value.get(id);
  if (kind === "global" || !listed) return [];
  const words = membersText(t.locale).list;
  const is_pinned = listed.is_pinned ?? false;
  const other = otherOf(listed, room.me.id);
  const items: MenuItem[] = [{
    label: is_pinned ? words.unpin : words.pin,
    icon: pin,
    apart: true,
    onSelect: () => tryTo(view, conversations.peek()!.pin(id, !is_pinned)),
  }];
  if (!other || other.id === room.me.id) return items;
  return [
    ...items,
    {
      label: t.list.profile,
      icon: info,
      onSelect() {
        const from = document.querySelector<HTMLElement>("[popovertarget=room-menu]")!;
        view.overlay.value = { kind: "person", user: other, username: other.username, from };
      },
    },
    {
      label: words.groupWith(displayName(other)),
      icon: users,
      onSelect: () => void (view.overlay.value = { kind: "start", group: [other] }),
    },
  ];
}
