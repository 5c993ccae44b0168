import { effect } from "@preact/signals";
import { badgeOf, messageToTell } from "@/lib/realtime/client/attention.ts";
import type { RoomView } from "../view.ts";
import { createAlerts } from "./alerts.ts";
import type { Signs } from "./alerts.ts";
import type { NoticeData } from "./browser_notice.ts";
import { createSign } from "./tabs.ts";

/**
 * Calls somebody who looks elsewhere: by the tab's icon, by sound, by notices of the browser.
 * @param after_seq what stood there when the page came is no news
 * @returns what ends it
 */
export function callWhenAway(view: RoomView, after_seq: number): () => void {
  const { room } = view;
  const signs: Signs = {
    looking: createSign(`peyk:looking:${room.me.id}:${room.conversation_id}`),
    present: createSign(`peyk:present:${room.me.id}`),
  };
  const show = ({ conversation_id, seq }: NoticeData) => {
    if (conversation_id === room.conversation_id) void view.show(seq);
  };
  const alerts = createAlerts({ view, signs, show });

  const look = () => signs.present.set(!document.hidden && document.hasFocus());
  const onMessage = ({ data }: MessageEvent) => data?.type === "show" && show(data);
  look();
  addEventListener("focus", look);
  addEventListener("blur", look);
  document.addEventListener("visibilitychange", look);
  navigator.serviceWorker?.addEventListener("message", onMessage);

  const stopping = [
    effect(() => signs.looking.set(room.watched.value)),
    effect(() => alerts.badge(badgeOf(room.unread.value, room.concerns.value, room.mute.value.is_muted))),
    effect(() => {
      const messages = room.known.value;
      const last_seq = messages.at(-1)?.seq ?? 0;
      if (last_seq <= after_seq) return;
      const message = messageToTell(messages, {
        me_id: room.me.id,
        after_seq,
        read_seq: room.read_seq.peek(),
        is_muted: room.mute.peek().is_muted,
        wishes: room.notifications.peek(),
      });
      after_seq = last_seq;
      if (message) void alerts.tell(message);
    }),
    // The first time for notices of an earlier visit, of what is read by now.
    effect(() => void alerts.seen(room.read_seq.value)),
  ];

  return () => {
    for (const stop of stopping) stop();
    for (const sign of Object.values(signs)) sign.set(false);
    removeEventListener("focus", look);
    removeEventListener("blur", look);
    document.removeEventListener("visibilitychange", look);
    navigator.serviceWorker?.removeEventListener("message", onMessage);
  };
}
