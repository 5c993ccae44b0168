import { IconButton } from "@/components/Button.tsx";
import { atSign, bellOff, clock3, ellipsis, messageCircle } from "@/components/icons.ts";
import { bell } from "@/components/late_icons.ts";
import { Menu } from "@/components/Menu.tsx";
import type { MenuItem } from "@/components/Menu.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { mutedWords } from "./muted.ts";
import type { RoomView } from "./view.ts";

const HOUR = 60 * 60_000;
/** How long one may want to be left alone, in milliseconds; null is until one says otherwise. */
const SILENCES = { hour: HOUR, eight: 8 * HOUR, day: 24 * HOUR, on: null } as const;

export interface RoomMenuProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** What one wants to hear of the room: of which messages, and whether at all for now. */
export function RoomMenu({ view, dates, now }: RoomMenuProps) {
  const { room, t } = view;
  const words = t.attention;
  const { all_messages } = room.notifications.value;
  const muted = mutedWords(view, dates, now);

  const choose = (doing: Promise<void>) =>
    void doing.catch((error) => view.notices.say(error.message || t.connection.notNow, "bad"));
  const silences = (Object.keys(SILENCES) as (keyof typeof SILENCES)[]).map((name): MenuItem => ({
    label: words.silence[name],
    icon: name === "on" ? bellOff : clock3,
    apart: name === "hour",
    onSelect: () => choose(room.silence(SILENCES[name])),
  }));
  const items: MenuItem[] = [
    {
      label: words.concerns,
      icon: atSign,
      checked: !all_messages,
      onSelect: () => choose(room.wish({ all_messages: false })),
    },
    {
      label: words.everything,
      icon: messageCircle,
      checked: all_messages,
      onSelect: () => choose(room.wish({ all_messages: true })),
    },
    ...(muted === null
      ? silences
      : [{ label: words.unmute, icon: bell, apart: true, onSelect: () => choose(room.unmute()) }]),
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
