import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { createGroupPeople } from "@/lib/realtime/client/group_people.ts";
import type { OverlayProps } from "../overlay_props.ts";
import { addPeople } from "./acting.ts";
import { Foot, Refused } from "./Foot.tsx";
import { Picker } from "./Picker.tsx";
import { TallDialog } from "./TallDialog.tsx";

/** Takes more people into a group. */
export function AddDialog({ view, dates, onClose }: OverlayProps<"add">) {
  const { t, notices, room } = view;
  const { choose: words, about } = groupsText(dates.locale);
  const inside = useMemo(() => createGroupPeople(room.conversation_id), []);
  const chosen = useSignal<readonly User[]>([]);
  const busy = useSignal(false);
  const refused = useSignal("");
  useEffect(() => {
    inside.refresh();
    return inside.stop;
  }, []);
  const ids = new Set(inside.found.value?.map(({ user }) => user.id));
  const count = chosen.value.length;

  async function add(close: () => void): Promise<void> {
    if (busy.peek() || count === 0) return;
    busy.value = true;
    refused.value = "";
    try {
      await addPeople(room.conversation_id, chosen.peek().map(({ id }) => id));
      close();
      notices.say(about.added(count), "plain");
    } catch (error) {
      refused.value = (error as Error).message || words.notDone;
    } finally {
      busy.value = false;
    }
  }

  return (
    <TallDialog title={words.addTitle} back_label={words.back} close_label={t.nav.close} onClose={onClose}>
      {(close) => (
        <>
          <Picker
            view={view}
            locale={dates.locale}
            chosen={chosen.value}
            isInside={(id) => ids.has(id)}
            busy={busy.value}
            onPick={(user) => {
              const rest = chosen.value.filter(({ id }) =>
                id !== user.id
              );
              chosen.value = rest.length < count ? rest : [...rest, user];
            }}
          />
          <Foot>
            {refused.value !== ""
              ? <Refused text={refused.value} />
              : <p class="flex-1 text-13 text-muted" role="status">{words.count(count)}</p>}
            <Button
              tone="primary"
              aria-disabled={count === 0 || busy.value ? "true" : undefined}
              onClick={() =>
                void add(close)}
            >
              {words.add(count)}
            </Button>
          </Foot>
        </>
      )}
    </TallDialog>
  );
}
