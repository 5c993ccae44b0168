import { nameOf } from "@/components/room/naming.ts";
import { displayName } from "@/components/person.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { FoundMessage, SearchRoom } from "@/lib/protocol/search.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";

/** What a conversation is called for whoever reads; one of two others, which admins may read, by both. */
export function roomName(t: ChatText, room: SearchRoom, me_id: number): string {
  const { kind, participants } = room;
  const is_foreign = kind === "direct" && participants.every(({ id }) => id !== me_id);
  return is_foreign ? participants.map(displayName).join(" · ") : nameOf(t, room, me_id);
}

/** The address of a message in its conversation. */
export function messagePath({ room, id }: Pick<FoundMessage, "room" | "id">): string {
  return `${pathOf(room)}?m=${id}`;
}
