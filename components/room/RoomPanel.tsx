import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Conversation } from "@/lib/protocol/entities.ts";
import { latePart } from "./late_part.tsx";
import { SidePanel } from "./SidePanel.tsx";
import type { RoomView } from "./view.ts";

export interface RoomPanelProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** Some hundred rows that roll, and a search: the server draws what is seen of them first. */
const MembersInside = latePart(({ MembersInside }) => MembersInside);
const GroupInside = latePart(({ GroupInside }) => GroupInside);
const CustomerInside = latePart(({ CustomerInside }) => CustomerInside);

/** Whether something stands beside a conversation. */
export function hasPanel({ kind, ticket }: Conversation): boolean {
  return kind === "global" || kind === "group" || !!ticket;
}

/** What stands beside a room: everybody, those online first; what a group is and who is in it; who asks in a ticket. */
export function RoomPanel(props: RoomPanelProps) {
  const { view, dates } = props;
  const { room, t: { members: words } } = view;
  const conversation = room.conversation.value;
  const { kind } = conversation;
  if (!hasPanel(conversation)) return null;
  const Inside = kind === "global" ? MembersInside : kind === "group" ? GroupInside : CustomerInside;
  const title = kind === "global" ? words.title : kind === "group" ? words.aboutGroup : words.customer;
  return (
    <SidePanel
      view={view}
      title={title}
      count={kind === "global" ? number(dates.locale, room.presence.value.members_count) : undefined}
    >
      <Inside {...props} />
    </SidePanel>
  );
}
