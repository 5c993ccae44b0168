import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Confirm } from "@/components/Dialog.tsx";
import { displayName } from "@/components/person.ts";
import type { RoomMember } from "@/lib/protocol/entities.ts";
import { nameOf } from "../naming.ts";
import { dissolveGroup, giveRole, removePerson } from "./acting.ts";
import type { GroupPeopleProps } from "./GroupPeople.tsx";
import { ROW } from "./list_keys.ts";

/** What cannot simply be taken back. */
export type Question =
  | { readonly kind: "remove"; readonly member: RoomMember }
  | { readonly kind: "hand"; readonly member: RoomMember }
  | { readonly kind: "leave" }
  | { readonly kind: "delete" };

/** Asks before it is done, and says what follows from it. */
export function GroupConfirm(props: GroupPeopleProps) {
  const { view, words, question, people } = props;
  const { room, notices, t } = view;
  /** The words stay while the dialog goes. */
  const last = useSignal<Question | null>(null);
  const asked = question.value ?? last.value;
  useEffect(() => {
    if (question.value) last.value = question.value;
  }, [question.value]);
  if (!asked) return null;

  const { id } = room.conversation.value;
  const close = () => void (question.value = null);

  async function act(question: Question): Promise<void> {
    close();
    try {
      if (question.kind === "leave") return void await removePerson(id, room.me.id);
      if (question.kind === "delete") return void await dissolveGroup(id);
      const { user } = question.member;
      const name = displayName(user);
      if (question.kind === "hand") {
        await giveRole(id, user.id, "owner");
        notices.say(words.about.isOwner(name), "plain");
      } else {
        await removePerson(id, user.id);
        notices.say(words.about.removed(name), "plain");
      }
      people.refresh();
      // The row that had the focus may be gone with whom it stood for.
      focusPeople();
    } catch (error) {
      notices.say((error as Error).message || t.connection.notNow, "bad");
    }
  }

  return (
    <Confirm
      open={question.value !== null}
      {...wordsOf(props, asked)}
      keepLabel={words.confirm[asked.kind].keep}
      onConfirm={() => void act(asked)}
      onClose={close}
    />
  );
}

function wordsOf({ view: { room, t }, words: { confirm: words } }: GroupPeopleProps, question: Question) {
  const conversation = room.conversation.value;
  const group = nameOf(t, conversation, room.me.id);
  const { participants_count: count, role } = conversation;
  switch (question.kind) {
    case "remove":
    case "hand": {
      const { title, text, act } = words[question.kind];
      return { title: title(displayName(question.member.user)), text, confirmLabel: act };
    }
    case "leave": {
      const { title, text, owner, alone, act } = words.leave;
      const what = count === 1 ? alone : role === "owner" ? `${text} ${owner}` : text;
      return { title: title(group), text: what, confirmLabel: act };
    }
    case "delete": {
      const { title, text, act } = words.delete;
      return { title: title(group), text: text(count), confirmLabel: act };
    }
  }
}

/** Where the focus went with what had it, the first of the people gets it. */
function focusPeople(): void {
  if (document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>(`#group-people [${ROW}]`)?.focus();
}
