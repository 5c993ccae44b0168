import { effect } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import { badgeOf, messageToTell } from "@/lib/realtime/client/attention.ts";
import { addressOf } from "../addresses.ts";
import type { Shell } from "../shell.ts";
import { pathOf } from "@/lib/realtime/client/paths.ts";
import { createAlerts } from "./alerts.ts";
import type { NoticeData } from "./browser_notice.ts";
import { createSign } from "./tabs.ts";
import { totalsOf } from "./totals.ts";

/**
 * Calls somebody who looks elsewhere: by the tab's icon, by sound, by notices of the browser.
 * @param early what came before this was there
 * @returns what ends it
 */
export function callWhenAway(shell: Shell, early: readonly Message[]): () => void {
  const { session, view } = shell;
  const present = createSign(`peyk:present:${session.me.id}`);
  /** Somebody looks at the end of a room, in whatever tab. */
  const lookingAt = (id: number) => createSign(`peyk:looking:${session.me.id}:${id}`);
  const alerts = createAlerts({ shell, present, lookingAt, show });

  function show({ conversation_id, message_id, seq }: NoticeData): void {
    const { room, show } = view.peek();
    if (conversation_id === room.conversation_id) return void show(seq);
    const kind = conversation_id === session.global_id ? "global" : "direct";
    shell.go(addressOf(pathOf({ id: conversation_id, kind }), message_id));
  }

  /** The one message of those that came in a conversation which is to be told. */
  function hear(messages: readonly Message[]): void {
    for (const [id, own] of Map.groupBy(messages, ({ conversation }) => conversation)) {
      const entry = session.entries.peek().get(id);
      if (!entry) continue;
      const message = messageToTell(own, {
        me_id: session.me.id,
        after_seq: 0,
        read_seq: entry.read_seq,
        is_muted: entry.is_muted,
        is_direct: entry.kind === "direct",
        wishes: session.notifications.peek(),
      });
      if (message) void alerts.tell(message);
    }
  }

  const look = () => present.set(!document.hidden && document.hasFocus());
  const onMessage = ({ data }: MessageEvent) => data?.type === "show" && show(data);
  look();
  hear(early);
  addEventListener("focus", look);
  addEventListener("blur", look);
  document.addEventListener("visibilitychange", look);
  navigator.serviceWorker?.addEventListener("message", onMessage);

  const stopping = [
    session.onNews(hear),
    effect(() => {
      const { room } = view.value;
      const looking = lookingAt(room.conversation_id);
      const stop = effect(() => looking.set(room.watched.value));
      return () => {
        stop();
        looking.set(false);
      };
    }),
    effect(() => {
      const { unread, concerns } = totalsOf(session, view.value.room);
      alerts.badge(badgeOf(unread, concerns, false));
    }),
    // The first time for notices of an earlier visit, of what is read by now.
    effect(() => {
      for (const { id, read_seq } of session.entries.value.values()) {
        void alerts.seen(id, read_seq);
      }
    }),
  ];

  return () => {
    for (const stop of stopping) stop();
    present.set(false);
    removeEventListener("focus", look);
    removeEventListener("blur", look);
    document.removeEventListener("visibilitychange", look);
    navigator.serviceWorker?.removeEventListener("message", onMessage);
  };
}
