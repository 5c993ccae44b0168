import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import { createGroupPeople } from "@/lib/realtime/client/group_people.ts";
import type { RoomPanelProps } from "../RoomPanel.tsx";
import { GroupConfirm } from "./GroupConfirm.tsx";
import type { Question } from "./GroupConfirm.tsx";
import { GroupHead } from "./GroupHead.tsx";
import { GroupPeople } from "./GroupPeople.tsx";
import { GroupSettings } from "./GroupSettings.tsx";

/** A group beside its messages: what it is, what one wants of it, who is in it. */
export function GroupPanel({ view, dates, now }: RoomPanelProps) {
  const { room } = view;
  const words = groupsText(dates.locale);
  const conversation = room.conversation.value;
  const people = useMemo(() => createGroupPeople(room.conversation_id), []);
  /** What is asked before it is done. */
  const question = useSignal<Question | null>(null);
  const is_online = room.status.value.state === "online";

  // Whoever changed it, the server says so by telling how it stands anew.
  useEffect(() => {
    if (is_online || people.found.peek() === null) people.refresh();
  }, [conversation, is_online]);
  useEffect(() => people.stop, []);

  const parts = { view, dates, now, words, question };
  return (
    <>
      <div data-rolls class="relative flex-1 min-h-0 overflow-y-auto">
        <GroupHead {...parts} />
        <GroupSettings {...parts} />
        <GroupPeople {...parts} people={people} />
      </div>
      <GroupConfirm {...parts} people={people} />
    </>
  );
}
