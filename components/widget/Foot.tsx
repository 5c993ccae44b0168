import { useSignal } from "@preact/signals";
import { useContext, useEffect } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import { Icon } from "@/components/Icon.tsx";
import { clock3 } from "@/components/icons.ts";
import { Mark } from "@/components/Mark.tsx";
import { Composer } from "@/components/room/Composer.tsx";
import type { RoomView } from "@/components/room/view.ts";
import { WidgetContext } from "./context.ts";
import { lock } from "./icons.ts";

/** Where one writes; where nobody may, why. */
export function Foot({ view }: { view: RoomView }) {
  const { frame, t, dates } = useContext(WidgetContext);
  const { locked, require_verified, title, mode } = frame.config.value;
  if (locked) return <Closed text={t.locked} />;
  if (require_verified && !frame.guest.value?.verified) {
    return <Closed title={t.verify.title} text={t.verify.text} />;
  }
  return (
    <>
      <Held until={view.room.held_until} />
      <Composer
        key={view.room.conversation_id}
        view={view}
        room_name={title}
        locale={dates.locale}
        placeholder={mode === "support" ? t.placeholder : t.placeholderRoom}
      />
    </>
  );
}

interface ClosedProps {
  readonly title?: string;
  readonly text: string;
}

function Closed({ title, text }: ClosedProps) {
  return (
    <div
      class="flex-none flex items-start gap-3 px-4 py-3 border-t border-line text-13 text-ink-2"
      role="note"
    >
      <Icon of={lock} class="text-muted mt-0.5" />
      <p>
        {title && <b class="block text-14 font-650 text-ink">{title}</b>}
        {text}
      </p>
    </div>
  );
}

/** How long what one wrote is held back, counted down. It is read out once. */
function Held({ until }: { until: ReadonlySignal<number | null> }) {
  const { t } = useContext(WidgetContext);
  const seconds = useSignal(0);
  const at = until.value;
  useEffect(() => {
    if (at === null) return;
    const count = () => void (seconds.value = Math.max(1, Math.ceil((at - Date.now()) / 1000)));
    count();
    const ticking = setInterval(count, 1000);
    return () => clearInterval(ticking);
  }, [at]);
  if (at === null || seconds.value === 0) return null;
  return (
    <p class="flex-none flex items-start gap-2 px-4 py-2 bg-warn-soft text-warn text-13">
      <Icon of={clock3} size={16} class="mt-0.5" />
      <span>{t.held(seconds.value)}</span>
    </p>
  );
}

/** Whose work it is: a quiet line at the very end. */
export function RunsOn() {
  const { t } = useContext(WidgetContext);
  return (
    <p class="widget-foot">
      <Mark class="size-[13px]" />
      <span>{t.runsOn}</span>
    </p>
  );
}
