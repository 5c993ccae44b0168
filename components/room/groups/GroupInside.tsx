import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { MemberRow } from "@/components/MemberRow.tsx";
import { presenceOf } from "../faces.ts";
import { useMembersOpen } from "../members.ts";
import { MembersSkeleton } from "../MembersList.tsx";
import type { RoomPanelProps } from "../RoomPanel.tsx";
import { loadGroups } from "./load.ts";

type Loaded = Awaited<ReturnType<typeof loadGroups>>["GroupPanel"];

/** What tells of a group, fetched when it is first open; without scripts who is in it, as far as they are named. */
export function GroupInside(props: RoomPanelProps) {
  const { view } = props;
  const { room, t } = view;
  const open = useMembersOpen(view);
  const panel = useSignal<{ readonly Drawn: Loaded } | null>(null);
  const failed = useSignal(false);
  const load = () => {
    failed.value = false;
    loadGroups().then(
      ({ GroupPanel }) => void (panel.value = { Drawn: GroupPanel }),
      () => void (failed.value = true),
    );
  };
  useEffect(() => {
    if (open && panel.peek() === null) load();
  }, [open]);
  if (panel.value) return <panel.value.Drawn {...props} />;
  if (failed.value) {
    return (
      <p class="grid justify-items-start gap-2 p-4 text-13 text-muted" role="alert">
        {t.members.failed}
        <Button size="sm" onClick={load}>{t.room.tryAgain}</Button>
      </p>
    );
  }
  return (
    <>
      <div class="needs-scripts p-2">
        <MembersSkeleton label={t.members.loading} rows={5} />
      </div>
      <ul class="without-scripts p-2 overflow-y-auto" aria-label={t.members.title}>
        {room.conversation.value.participants.map((person) => (
          <li key={person.id}>
            <MemberRow t={t} person={person} presence={presenceOf(view, person)} />
          </li>
        ))}
      </ul>
    </>
  );
}
