import type { ReadonlySignal } from "@preact/signals";
import type { MessageAct } from "@/components/room/acts.ts";
import type { WidgetConfig } from "@/lib/protocol/sites.ts";

/** For members alone, or with a place in the app that visitors do not have. */
const INSIDE: ReadonlySet<MessageAct> = new Set(["pin", "unpin", "report", "history", "seen", "link"]);
/** What can be done where nobody may say anything. */
const READING: ReadonlySet<MessageAct> = new Set(["copy", "more"]);

/** What a visitor is offered to do with a message, as the site stands; the server decides. */
export function offersTo(config: ReadonlySignal<Pick<WidgetConfig, "locked">>) {
  return (act: MessageAct): boolean => config.value.locked ? READING.has(act) : !INSIDE.has(act);
}
