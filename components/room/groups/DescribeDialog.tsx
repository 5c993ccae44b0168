import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { OverlayProps } from "../overlay_props.ts";
import { describeGroup, setGroupPicture } from "./acting.ts";
import { GroupForm } from "./GroupForm.tsx";
import type { GroupLook } from "./GroupForm.tsx";
import { TallDialog } from "./TallDialog.tsx";

/** Gives a group another name, topic or picture. */
export function DescribeDialog({ view, dates, onClose }: OverlayProps<"describe">) {
  const { t, notices, room } = view;
  const { group: words, choose } = groupsText(dates.locale);
  // What it was when one began: what others make of it meanwhile stays theirs.
  const { id, name, topic, picture } = useMemo(() => room.conversation.peek(), []);
  const look = useSignal<GroupLook>({ name: name ?? "", topic: topic ?? "", picture: undefined });
  const busy = useSignal(false);
  const refused = useSignal("");

  async function save(close: () => void): Promise<void> {
    const wanted = look.peek();
    busy.value = true;
    refused.value = "";
    try {
      const changes = {
        ...wanted.name !== name && { name: wanted.name },
        ...wanted.topic !== (topic ?? "") && { topic: wanted.topic || null },
      };
      if (Object.keys(changes).length > 0) await describeGroup(id, changes);
      if (wanted.picture !== undefined) await setGroupPicture(id, wanted.picture);
      close();
      notices.say(words.saved, "plain");
    } catch (error) {
      refused.value = (error as Error).message || choose.notDone;
    } finally {
      busy.value = false;
    }
  }

  return (
    <TallDialog title={words.editTitle} back_label={choose.back} close_label={t.nav.close} onClose={onClose}>
      {(close) => (
        <GroupForm
          locale={dates.locale}
          look={look}
          known={{ id, picture }}
          busy={busy.value}
          refused={refused.value}
          submit={busy.value ? words.saving : words.save}
          onSubmit={() => void save(close)}
        />
      )}
    </TallDialog>
  );
}
