import { useRef } from "preact/hooks";
import { EmojiPicker } from "@/components/emoji/EmojiPicker.tsx";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { Float } from "./Float.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** The emoji, beside the message or the composer that they are for. */
export function EmojiOverlay({ view, overlay, dates, onClose }: OverlayProps<"emoji">) {
  const here = useRef<HTMLSpanElement>(null);
  const { locale } = dates;
  return (
    <Float at={overlay.at} label={actsText(locale).emoji.title} onClose={onClose}>
      <span ref={here} class="contents">
        <EmojiPicker
          locale={locale}
          me_id={view.room.me.id}
          onChoose={(emoji) => {
            // Closed first: then the focus is back where it was, and what is done may take it elsewhere.
            const frame = here.current!.closest<HTMLElement>("dialog, [popover]")!;
            if (frame instanceof HTMLDialogElement) frame.close();
            else frame.hidePopover();
            if (overlay.message) view.react(overlay.message, emoji, true);
            else insert(view.field.current, emoji);
          }}
        />
      </span>
    </Float>
  );
}

/** Puts it where the cursor is; to the composer it is as if it had been typed. */
function insert(area: HTMLTextAreaElement | null, emoji: string): void {
  if (!area) return;
  area.focus();
  area.setRangeText(emoji, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
