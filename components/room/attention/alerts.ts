import type { Message } from "@/lib/protocol/entities.ts";
import type { Badge } from "@/lib/realtime/client/attention.ts";
import type { RoomView } from "../view.ts";
import { notify, withdraw } from "./browser_notice.ts";
import type { NoticeData } from "./browser_notice.ts";
import { claim } from "./claim.ts";
import { canRing, ring } from "./sound.ts";
import { createTabIcon } from "./tab_icon.ts";
import type { Sign } from "./tabs.ts";

/** What this browser's tabs say of themselves. */
export interface Signs {
  /** Somebody looks at the end of this room. */
  readonly looking: Sign;
  /** Somebody is at the program, wherever in it. */
  readonly present: Sign;
}

interface Deps {
  readonly view: RoomView;
  readonly signs: Signs;
  readonly show: (data: NoticeData) => void;
}

/** All that calls somebody who looks elsewhere. */
export function createAlerts({ view, signs, show }: Deps) {
  const { room, t } = view;
  const icon = createTabIcon();
  /** Some notice may stand: at first one of an earlier visit. */
  let stands = true;
  const key = `peyk:told:${room.me.id}:${room.conversation_id}`;

  async function tell(message: Message): Promise<void> {
    const { sound, desktop } = room.notifications.peek();
    if (await signs.looking.holdsAnywhere()) return;
    const sounds = sound && canRing();
    if (sounds && await claim(`${key}:sound`, message.seq)) void ring();
    if (!desktop || globalThis.Notification?.permission !== "granted") return;
    if (await signs.present.holdsAnywhere() || !await claim(`${key}:notice`, message.seq)) return;
    // The system's own sound where the page may make none; never both.
    await notify(message, { t, silent: !sound || sounds, onPress: show });
    stands = true;
  }

  return {
    badge(badge: Badge): void {
      icon.show(badge);
      const set = badge.kind === "none"
        ? navigator.clearAppBadge?.()
        : navigator.setAppBadge?.(badge.kind === "count" ? badge.count : undefined);
      set?.catch(() => {});
    },
    tell: (message: Message) => tell(message).catch(() => {}),
    async seen(seq: number): Promise<void> {
      if (!stands) return;
      stands = await withdraw(room.conversation_id, seq).catch(() => true);
    },
  };
}

export type Alerts = ReturnType<typeof createAlerts>;
