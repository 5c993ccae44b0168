import { bellOff, pin } from "@/components/chat_icons.ts";
import { checkCheck, clock3 } from "@/components/icons.ts";
import { bell, logOut, pinOff } from "@/components/late_icons.ts";
import { Menu } from "@/components/Menu.tsx";
import type { MenuItem } from "@/components/Menu.tsx";
import type { Anchor } from "@/components/place.ts";
import type { Entry } from "@/lib/realtime/client/entry.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { nameOf } from "./naming.ts";
import { SILENCES } from "./RoomMenu.tsx";
import type { Shell } from "./shell.ts";

/** The row whose menu is open, and where. */
export interface Opened {
  readonly id: number;
  readonly at: Anchor;
}

export interface ListMenuProps {
  readonly shell: Shell;
  readonly opened: Opened;
  readonly onClose: () => void;
  /** One wants to be out of the group, and is to be asked again. */
  readonly onLeave: (entry: Entry) => void;
}

/** What one can do with a conversation from the list. */
export function ListMenu({ shell, opened: { id, at }, onClose, onLeave }: ListMenuProps) {
  const { session, t, notices, view } = shell;
  const entry = session.entries.value.get(id);
  const list = session.conversations.value;
  if (!entry || !list) return null;
  const { list: words, attention } = membersText(t.locale);
  const name = nameOf(t, entry, session.me.id);

  const act = (doing: () => Promise<unknown>) => () =>
    void doing().catch((error) => notices.say(error.message || t.connection.notNow, "bad"));

  function markRead(): void {
    const { room } = view.peek();
    if (room.conversation_id === id) return room.readAll();
    list!.read(id, { user_id: session.me.id, seq: entry!.seq });
    session.socket.say({ type: "chat:read", conversation_id: id, seq: entry!.seq });
  }

  const silences = (Object.keys(SILENCES) as (keyof typeof SILENCES)[]).map((one): MenuItem => ({
    label: attention.silence[one],
    icon: one === "on" ? bellOff : clock3,
    apart: one === "hour",
    onSelect: act(() => list.silence(id, SILENCES[one])),
  }));
  const items: MenuItem[] = [
    ...(entry.unread_count > 0 ? [{ label: words.markRead, icon: checkCheck, onSelect: markRead }] : []),
    ...(entry.kind === "global" ? [] : [{
      label: entry.is_pinned ? words.unpin : words.pin,
      icon: entry.is_pinned ? pinOff : pin,
      onSelect: act(() => list.pin(id, !entry.is_pinned)),
    }]),
    ...(entry.is_muted
      ? [{
        label: attention.unmute,
        icon: bell,
        apart: true,
        onSelect: act(() => list.unmute(id)),
      }]
      : silences),
    ...(entry.kind === "group"
      ? [{
        ...{
          label: words.leave,
          icon: logOut,
          tone: "danger" as const,
          apart: true,
        },
        onSelect: () => onLeave(entry),
      }]
      : []),
  ];
  return (
    <Menu
      id="list-menu"
      label={words.menu(name)}
      items={items}
      at={at}
      onClose={onClose}
    />
  );
}
