import { Icon } from "@/components/Icon.tsx";
import { checkCheck } from "@/components/icons.ts";
import type { RoomView } from "./view.ts";

/** Below one's own last message in a group: how many have read it. Who that is opens beside. */
export function SeenLine({ view }: { view: RoomView }) {
  const { room, t } = view;
  if (view.bubbles) return null;
  const last = room.messages.value.findLast(({ kind }) => kind === "text");
  if (!last || !view.can("seen", last)) return null;
  const reach = room.receipts.reach(last.seq);
  if (!reach || reach.read === 0) return null;
  return (
    <p class="flex justify-end px-3 md:px-6">
      <button
        type="button"
        aria-haspopup="dialog"
        class="inline-flex items-center gap-1.5 min-h-6 px-1.5 -mx-1.5 rounded-sm text-12 text-muted hover:text-ink-2 coarse:min-h-11"
        onClick={() => view.act("seen", last)}
      >
        <Icon of={checkCheck} size={14} class="text-accent" />
        {t.message.seenBy(reach.read, reach.of)}
      </button>
    </p>
  );
}
