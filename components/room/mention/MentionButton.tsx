import { IconButton } from "@/components/Button.tsx";
import { atSign } from "@/components/icons.ts";
import { typeInto } from "../insert.ts";
import type { RoomView } from "../view.ts";

/** Begins a mention where the caret is. */
export function MentionButton({ view: { t, field } }: { view: RoomView }) {
  function begin(): void {
    const area = field.current;
    if (!area) return;
    const { selectionStart: start, selectionEnd: end, value } = area;
    const apart = start > 0 && !/\s$/.test(value.slice(0, start));
    typeInto(area, apart ? " @" : "@", start, end);
  }
  return (
    // On a phone the row is for the text; its keyboard has the sign.
    <span class="needs-scripts max-md:hidden">
      <IconButton icon={atSign} label={t.composer.mention} onClick={begin} />
    </span>
  );
}
