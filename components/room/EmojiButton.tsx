import { IconButton } from "@/components/Button.tsx";
import { smile } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { RoomView } from "./view.ts";

/** Puts an emoji where the cursor is in the composer. */
export function EmojiButton({ view }: { view: RoomView }) {
  const { t, overlay } = view;
  return (
    // Phones bring their own with their keyboards. A visitor’s frame is as narrow as one on a desk as well.
    <span class={cx("needs-scripts", view.outside ? "coarse:hidden" : "max-md:hidden")}>
      <IconButton
        icon={smile}
        label={t.composer.emoji}
        aria-haspopup="dialog"
        onClick={({ currentTarget }: MouseEvent) => {
          const at = (currentTarget as Element).getBoundingClientRect();
          overlay.value = { kind: "emoji", at };
        }}
      />
    </span>
  );
}
