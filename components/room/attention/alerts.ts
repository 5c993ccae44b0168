import type { Message } from "@/lib/protocol/entities.ts";
import type { Badge } from "@/lib/realtime/client/attention.ts";
import { nameOf } from "../naming.ts";
import type { Shell } from "../shell.ts";
import { notify, withdraw } from "./browser_notice.ts";
import type { NoticeData } from "./browser_notice.ts";
import { claim } from "./claim.ts";
import { canRing, ring } from "./sound.ts";
import { createTabIcon } from "./tab_icon.ts";
import type { Sign } from "./tabs.ts";

interface Deps {
  readonly shell: Pick<Shell, "session" | "t">;
  /** Somebody is at the program, wherever in it. */
  readonly present: Sign;
  /** Somebody looks at the end of a conversation. */
  readonly lookingAt: (conversation_id: number) => Sign;
  readonly show: (data: NoticeData) => void;
}

/** All that calls somebody who looks elsewhere. */
export function createAlerts({ shell: { session, t }, present, lookingAt, show }: Deps) {
  const icon = createTabIcon();
  /** The badge as it was put on last. */
  let worn = "";
  /** Where some notice may stand, by what was read when it was looked for last. */
  const looked = new Map<number, number>();

  async function tell(message: Message): Promise<void> {
    const { sound, desktop } = session.notifications.peek();
    const { conversation: id, seq } = message;
    const key = `peyk:told:${session.me.id}:${id}`;
    if (await lookingAt(id).holdsAnywhere()) return;
    const sounds = sound && canRing();
    if (sounds && await claim(`${key}:sound`, seq)) void ring();
    if (!desktop || globalThis.Notification?.permission !== "granted") return;
    if (await present.holdsAnywhere() || !await claim(`${key}:notice`, seq)) return;
    // The system's own sound where the page may make none; never both.
    await notify(message, { t, silent: !sound || sounds, onPress: show, where: whereOf(id) });
    looked.delete(id);
  }

  /** The group it was said in; between two the sender says it all, and the square is where one expects it from. */
  function whereOf(id: number): string | null {
    const entry = session.entries.peek().get(id);
    return entry && entry.kind !== "direct" && entry.kind !== "global"
      ? nameOf(t, entry, session.me.id)
      : null;
  }

  return {
    badge(badge: Badge): void {
      const now = JSON.stringify(badge);
      if (now === worn) return;
      worn = now;
      icon.show(badge);
      const set = badge.kind === "none"
        ? navigator.clearAppBadge?.()
        : navigator.setAppBadge?.(badge.kind === "count" ? badge.count : undefined);
      set?.catch(() => {});
    },
    tell: (message: Message) => tell(message).catch(() => {}),
    /** What stands up to here has been seen: its notices go. */
    async seen(id: number, seq: number): Promise<void> {
      if (looked.get(id) === seq) return;
      looked.set(id, seq);
      if (await withdraw(id, seq).catch(() => true)) looked.delete(id);
    },
  };
}

export type Alerts = ReturnType<typeof createAlerts>;
