import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Anchor, placeBeside } from "@/components/place.ts";
import { cx } from "@/lib/ui/cx.ts";

export interface FloatProps {
  /** Beside what it opens, where the screen has room for that. */
  readonly at: Anchor;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** As in the stylesheet (`md`). */
const PHONE = "(max-width: 767.98px)";

/** A panel beside what opened it; on a phone it comes up from below. Escape and a press elsewhere close it. */
export function Float({ at, label, onClose, children }: FloatProps) {
  const is_phone = useSignal(matchMedia(PHONE).matches).value;
  const sheet = useRef<HTMLDialogElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  // Before the effects of what is in it: that wants to measure itself and take the focus.
  useLayoutEffect(() => {
    sheet.current?.showModal();
    const element = panel.current;
    if (!element) return;
    element.showPopover();
    placeBeside(element, at);
    const onToggle = (event: Event) => (event as ToggleEvent).newState === "closed" && onClose();
    element.addEventListener("toggle", onToggle);
    return () => element.removeEventListener("toggle", onToggle);
  }, [at]);

  if (is_phone) {
    return (
      <dialog
        ref={sheet}
        class={cx("sheet sheet-tall")}
        aria-label={label}
        onClose={onClose}
        onClick={({ target }: Event) => target === sheet.current && sheet.current!.close()}
      >
        {children}
      </dialog>
    );
  }
  return (
    <div ref={panel} popover="auto" role="dialog" aria-label={label} class="float-panel">
      {children}
    </div>
  );
}
