import type { ComponentChildren } from "preact";
import { ConversationRow } from "@/components/ConversationRow.tsx";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Room } from "@/lib/realtime/client/room.ts";

export interface ConversationListProps {
  readonly t: ChatText;
  readonly dates: DateStyle;
  readonly now: number;
  readonly room: Room;
  readonly room_name: string;
  readonly workspace_name: string;
  /** On a phone the list is a screen of its own. */
  readonly alone: boolean;
  /** One's own menu, where there is no rail. */
  readonly account: ComponentChildren;
}

/** The conversations one is in, the square first. */
export function ConversationList(props: ConversationListProps) {
  const { t, dates, now, room, room_name, workspace_name, alone, account } = props;
  const messages = room.messages.value;
  const last = messages.at(-1);
  const unread =
    messages.filter(({ seq, sender }) => seq > room.read_seq.value && sender.id !== room.me.id).length;
  return (
    <nav
      aria-label={t.list.label}
      class={cx(
        "flex-none flex-col min-h-0 bg-surface-2 md:flex md:w-list md:border-e border-line",
        alone ? "flex max-md:flex-1" : "hidden",
      )}
    >
      <header class="flex-none flex items-center h-bar px-4">
        <b class="clip flex-1 text-15 font-650" dir="auto">{workspace_name}</b>
        <span class="md:hidden">{account}</span>
      </header>
      <div class="flex-1 min-h-0 overflow-y-auto px-2 pb-2">
        <ConversationRow
          t={t}
          dates={dates}
          now={now}
          href="/chat"
          name={room_name}
          avatar={{ id: 0, shape: "place", kind: "mark" }}
          active={!alone}
          pinned
          unread={unread}
          typing={room.typists.value.length > 0}
          last={last && {
            who: last.sender.id === room.me.id ? t.list.you.replace(/:$/, "") : displayName(last.sender),
            text: last.is_deleted ? t.message.deleted : last.content,
            at: last.timestamp,
          }}
        />
      </div>
    </nav>
  );
}
