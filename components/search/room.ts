import { displayName } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { SearchRoom } from "@/lib/protocol/search.ts";

/** What a conversation is called for whoever reads: a direct one by who else is in it. */
export function roomName(t: ChatText, { kind, name, participants }: SearchRoom, me_id: number): string {
  if (kind === "global") return t.room.globalName;
  const others = participants.filter(({ id }) => id !== me_id);
  // Who writes to themselves is the only one there.
  return name ?? (others.length > 0 ? others : participants).map(displayName).join(" · ");
}

/** The address of a message in its conversation. */
export function messagePath({ room, id }: { room: SearchRoom; id: number }): string {
  return room.kind === "global" ? `/chat?m=${id}` : `/chat/c/${room.id}?m=${id}`;
}
