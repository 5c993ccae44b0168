import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { EmptyState } from "@/components/EmptyState.tsx";
import { displayName } from "@/components/person.ts";
import { otherOf } from "@/lib/realtime/client/entry.ts";
import { faceOf } from "./faces.ts";
import { nameOf } from "./naming.ts";
import type { RoomView } from "./view.ts";

/** Above the first message of all: with whom the conversation is. */
export function First({ view }: { view: RoomView }) {
  const { name } = partnerOf(view);
  return (
    <div class="grid justify-items-center gap-1 px-6 pt-6 pb-3 text-center">
      <Face view={view} />
      <b class="max-w-full mt-2 text-17 font-650 break-anywhere" dir="auto">{name}</b>
      <p class="text-13 text-muted">{whatBegins(view)}</p>
    </div>
  );
}

function whatBegins(view: RoomView): string {
  const { t, room } = view;
  const { name, is_alone, other } = partnerOf(view);
  const { ticket, participants } = room.conversation.value;
  const customer = ticket && participants.find(({ id }) => id === ticket.customer.id);
  if (customer) return t.room.beginningTicket(displayName(customer), ticket.site_name);
  if (is_alone) return t.room.beginningAlone;
  return other ? t.room.beginningWith(name) : t.room.beginningOf(name);
}

/** A conversation in which nothing has been said yet. */
export function Nothing({ view }: { view: RoomView }) {
  const { t } = view;
  const { name, is_alone } = partnerOf(view);
  return (
    <EmptyState
      sign={<Face view={view} />}
      title={t.room.quietTitle}
      text={is_alone ? t.room.beginningAlone : t.room.quietText(name)}
      actions={
        <Button tone="primary" class="needs-scripts" onClick={view.write}>
          {is_alone ? t.room.quietAction : t.room.emptyAction}
        </Button>
      }
    />
  );
}

function Face({ view }: { view: RoomView }) {
  const { room } = view;
  return <Avatar name={partnerOf(view).name} {...faceOf(room.conversation.value, room.me.id)} size={72} />;
}

/** Who or what one talks with; `is_alone` where it is oneself. */
function partnerOf({ room, t }: RoomView) {
  const conversation = room.conversation.value;
  const other = otherOf(conversation, room.me.id);
  return { other, name: nameOf(t, conversation, room.me.id), is_alone: other?.id === room.me.id };
}
