import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { summary } from "@/components/attachments/layout.ts";
import { displayName } from "@/components/person.ts";
import { isOutside } from "@/components/SourceTag.tsx";
import type { Message } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** More than this at once are counted and not read out. */
const READ_OUT = 5;

/** Tells screen readers, politely, what others say. */
export function Announcer({ view }: { view: RoomView }) {
  const { room, t } = view;
  const last_seq = room.messages.value.at(-1)?.seq ?? 0;
  const said = useSignal(last_seq);
  const words = useSignal("");
  useEffect(() => {
    const fresh = room.messages.peek().filter(({ seq, sender, is_deleted }) =>
      seq > said.peek() && sender.id !== room.me.id && !is_deleted
    );
    said.value = Math.max(said.peek(), last_seq);
    if (fresh.length === 0) return;
    if (fresh.length > READ_OUT) return void (words.value = t.list.unread(fresh.length));
    words.value = fresh.map((message) => t.room.announce(calledIn(view, message), summary(t, message)))
      .join("\n");
  }, [last_seq]);
  return <div class="sr-only" role="status" aria-live="polite">{words.value}</div>;
}

/** Members hear of a visitor that they are one, whatever they call themselves. */
function calledIn({ t, outside }: RoomView, { sender, source }: Message): string {
  const name = displayName(sender);
  return outside === null && isOutside(source) ? `${name} (${source.name ?? t.message.external})` : name;
}
