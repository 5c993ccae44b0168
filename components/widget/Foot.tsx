import { useContext } from "preact/hooks";
import { Mark } from "@/components/Mark.tsx";
import { Composer } from "@/components/room/Composer.tsx";
import type { RoomView } from "@/components/room/view.ts";
import { aside } from "./aside.tsx";
import { WidgetContext } from "./context.ts";
import { teamMark } from "./team.ts";

const Closed = aside(({ Closed }) => Closed, "nothing");
const Held = aside(({ Held }) => Held, "nothing");

/** Where one writes; where nobody may, why. */
export function Foot({ view }: { view: RoomView }) {
  const widget = useContext(WidgetContext);
  const { frame, t, dates } = widget;
  const { locked, require_verified, title, mode } = frame.config.value;
  if (locked) return <Closed text={t.locked} />;
  if (require_verified && !frame.guest.value?.verified) {
    return <Closed title={t.verify.title} text={t.verify.text} />;
  }
  return (
    <>
      {view.room.held_until.value !== null && <Held until={view.room.held_until.value} />}
      <Composer
        key={view.room.conversation_id}
        view={view}
        room_name={title}
        locale={dates.locale}
        markOf={({ sender }) => {
          const mark = teamMark(widget, sender);
          return mark && <span class="bub-mark">{mark}</span>;
        }}
        placeholder={mode === "support" ? t.placeholder : t.placeholderRoom}
      />
    </>
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
