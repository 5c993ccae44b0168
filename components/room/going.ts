import type { Message } from "@/lib/protocol/entities.ts";
import { jsonOf, request } from "@/lib/realtime/client/http.ts";
import type { RoomView } from "./view.ts";

/** Goes to the message with this id, wherever it is; `href` is its address. */
export async function goToMessage(view: RoomView, id: number, href: string): Promise<void> {
  const { room, notices, t } = view;
  const known = room.messages.peek().find((message) => message.id === id);
  if (known) return void view.show(known.seq);
  const answer = await request(`/api/messages/${id}`).catch(() => null);
  if (!answer) return notices.say(t.connection.notNow, "bad");
  if (!answer.ok) return notices.say(t.notice.messageGone, "bad");
  const { conversation, seq } = await jsonOf<Message>(answer);
  if (conversation === room.conversation_id) void view.show(seq);
  else view.open(href);
}
