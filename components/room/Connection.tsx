import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { OfflineBar } from "@/components/OfflineBar.tsx";
import { lastSeen } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { useKept } from "./offline/hooks.ts";
import type { RoomView } from "./view.ts";

/** A connection that is back within this time was hardly away, in milliseconds. */
const SAID_AFTER = 800;

export interface ConnectionProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** Says when there is no connection, and counts down to the next attempt. */
export function Connection({ view, dates, now }: ConnectionProps) {
  const { room, t } = view;
  const status = room.status.value;
  const is_offline = status.state === "offline";
  const is_said = useSignal(false);
  const kept_at = useKept(view);
  const seconds = useSignal<number | null>(null);

  useEffect(() => {
    if (!is_offline) return void (is_said.value = false);
    const timer = setTimeout(() => void (is_said.value = true), navigator.onLine ? SAID_AFTER : 0);
    return () => clearTimeout(timer);
  }, [is_offline]);

  useEffect(() => {
    if (status.state !== "offline") return;
    const count = () =>
      void (seconds.value = Math.max(0, Math.ceil((status.retry_at - Date.now()) / 1000)) || null);
    count();
    const ticking = setInterval(count, 1000);
    return () => clearInterval(ticking);
  }, [status]);

  if (kept_at !== null && status.state !== "online") {
    const text = t.connection.lastRead(lastSeen(dates, kept_at, Math.max(now, kept_at)));
    return <OfflineBar t={t} text={text} seconds={seconds.value} onTry={room.wake} />;
  }
  if (!is_said.value) return null;
  return <OfflineBar t={t} seconds={seconds.value} onTry={room.wake} />;
}
