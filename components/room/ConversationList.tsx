import type { ComponentChildren } from "preact";
import { summary } from "@/components/attachments/layout.ts";
import { ConversationRow } from "@/components/ConversationRow.tsx";
import { Mark } from "@/components/Mark.tsx";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { RoomView } from "./view.ts";

export interface ConversationListProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly room_name: string;
  readonly workspace_name: string;
  /** On a phone the list is a screen of its own. */
  readonly alone: boolean;
  /** One's own menu, where there is no rail. */
  readonly account: ComponentChildren;
  /** Below all of them. */
  readonly foot?: ComponentChildren;
}

/** The conversations one is in, the square first. */
export function ConversationList(props: ConversationListProps) {
  const { view, dates, now, room_name, workspace_name, alone, account, foot } = props;
  const { room, t } = view;
  const last = room.messages.value.at(-1);
  // Where it is the whole screen, it is what the page is about.
  const Frame = alone ? "main" : "div";
  const Title = alone ? "h1" : "b";
  return (
    <Frame
      class={cx(
        "flex-none flex-col min-h-0 on-2 md:flex md:w-list md:border-e border-line",
        alone ? "flex max-md:flex-1" : "hidden",
      )}
    >
      <header class="flex-none flex items-center gap-2.5 h-bar px-4">
        <Mark class="size-7 md:hidden" />
        <Title class="clip flex-1 text-15 max-md:text-17 font-650" dir="auto">{workspace_name}</Title>
        <span class="md:hidden -me-1.5">{account}</span>
      </header>
      <nav aria-label={t.list.label} class="flex-1 min-h-0 overflow-y-auto px-2 pb-2">
        <ConversationRow
          t={t}
          dates={dates}
          now={now}
          href="/chat"
          name={room_name}
          avatar={{ id: 0, shape: "place", kind: "mark" }}
          active={!alone}
          pinned
          unread={room.unread.value}
          mentioned={room.concerns.value > 0}
          muted={room.mute.value.is_muted}
          typing={room.typists.value.length > 0}
          last={last && {
            who: last.sender.id === room.me.id ? t.members.you : displayName(last.sender),
            text: last.is_deleted ? t.message.deleted : summary(t, last),
            at: last.timestamp,
          }}
        />
      </nav>
      {foot}
    </Frame>
  );
}
