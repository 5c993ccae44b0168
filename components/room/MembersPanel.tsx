import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import { latePart } from "./late_part.tsx";
import { SidePanel } from "./SidePanel.tsx";
import type { RoomView } from "./view.ts";

export interface MembersPanelProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** Some hundred rows that roll, and a search: the server draws what is seen of them first. */
const MembersInside = latePart(({ MembersInside }) => MembersInside);
const GroupInside = latePart(({ GroupInside }) => GroupInside);

/** Who is in the room: those online first. */
export function MembersPanel({ view, dates, now }: MembersPanelProps) {
  const { room, t } = view;
  const { members_count } = room.presence.value;
  return (
    <SidePanel view={view} title={t.members.title} count={number(dates.locale, members_count)}>
      <MembersInside view={view} dates={dates} now={now} />
    </SidePanel>
  );
}

/** What a group is, what one wants of it, and who is in it. */
export function GroupPanel({ view, dates, now }: MembersPanelProps) {
  return (
    <SidePanel view={view} title={view.t.members.aboutGroup}>
      <GroupInside view={view} dates={dates} now={now} />
    </SidePanel>
  );
}
