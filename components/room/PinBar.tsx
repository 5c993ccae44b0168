import { useSignal } from "@preact/signals";
import { Icon } from "@/components/Icon.tsx";
import { pin } from "@/components/chat_icons.ts";
import { chevronDown } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import { SourceTag } from "@/components/SourceTag.tsx";
import { Clip, Name } from "@/components/Text.tsx";
import type { RoomView } from "./view.ts";

/** Below the room's bar: the newest pinned message. Pressed, it leads there and shows the one before it. */
export function PinBar({ view }: { view: RoomView }) {
  const { room, t } = view;
  const pins = room.pins.value;
  const turn = useSignal(0);
  if (pins.length === 0) return null;
  const shown = pins[turn.value % pins.length]!;
  return (
    <div class="pin-bar" role="group" aria-label={t.pins.label}>
      <a
        href={`${room.path}?m=${shown.id}`}
        class="flex items-center gap-2.5 min-w-0 flex-1 min-h-10 coarse:min-h-11"
        onClick={(event: Event) => {
          event.preventDefault();
          void view.show(shown.seq);
          turn.value++;
        }}
      >
        <Icon of={pin} size={16} class="text-accent" />
        <b class="flex-none max-w-[40%] clip font-600 text-ink" dir="auto">
          <Name>{displayName(shown.sender)}</Name>
        </b>
        <SourceTag t={t} source={shown.source} />
        <Clip text={shown.content || t.files.quoted} class="flex-1 min-w-[25%]" />
      </a>
      <button
        type="button"
        class="needs-scripts flex-none inline-flex items-center gap-2 min-h-10 coarse:min-h-11 ps-2 text-muted hover:text-ink"
        aria-haspopup="dialog"
        onClick={() => void (view.overlay.value = { kind: "pins" })}
      >
        {t.pins.count(pins.length)}
        <Icon of={chevronDown} size={16} class="text-accent" />
      </button>
    </div>
  );
}
