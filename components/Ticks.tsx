import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { check, checkCheck, circleAlert, clock3 } from "./icons.ts";

/** How far a message of one's own has come: on its way, on the server's disk, read by the others. */
export type Progress = "pending" | "sent" | "seen" | "failed";

const ICONS = { pending: clock3, sent: check, seen: checkCheck, failed: circleAlert };

/** A clock, one tick, or two in the accent. */
export function Ticks({ t, progress }: { t: ChatText; progress: Progress }) {
  const label = progress === "pending" || progress === "failed" ? t.message[progress] : t.list[progress];
  return (
    // Isolated, so that its words do not decide the direction of what it stands in.
    <bdi
      class={cx("flex-none", progress === "seen" && "tick-seen", progress === "failed" && "text-danger")}
      title={label}
    >
      <Icon of={ICONS[progress]} size={14} />
      <span class="sr-only">{label}</span>
    </bdi>
  );
}
