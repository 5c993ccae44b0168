import { displayName } from "@/components/person.ts";
import { TypingIndicator } from "@/components/TypingIndicator.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { RoomView } from "./view.ts";

/** Who of the others is writing, in the strip that the log keeps free at its end. */
export function Typing({ view }: { view: RoomView }) {
  const names = view.room.typists.value.map((user) => user.first_name || displayName(user));
  return (
    <div
      class={cx(
        "absolute inset-x-0 bottom-0 z-1 pointer-events-none",
        // Over what one reads further up it has to be legible; nobody there, nothing is covered.
        names.length > 0 && "bg-surface-1",
      )}
    >
      <TypingIndicator t={view.t} names={names} />
    </div>
  );
}
