import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { x } from "@/components/icons.ts";
import { arrowLeft } from "@/components/late_icons.ts";

export interface TallDialogProps {
  readonly title: string;
  /** Words of the buttons that lead back and away. */
  readonly back_label: string;
  readonly close_label: string;
  /** Where one came from within it. */
  readonly onBack?: () => void;
  /** It is closed, and the focus is back where it was. */
  readonly onClose: () => void;
  /** Given what closes it. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A dialog as high as what is chosen from needs, the whole screen on a phone. Open from the moment it is drawn. */
export function TallDialog({ title, back_label, close_label, onBack, onClose, children }: TallDialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const close = () => ref.current?.close();
  useLayoutEffect(() => ref.current?.showModal(), []);
  return (
    <dialog
      ref={ref}
      class="dialog tall"
      aria-labelledby={heading}
      onClose={({ target }: Event) => target === ref.current && onClose()}
    >
      <header class="flex-none flex items-center gap-2 h-bar px-4 border-b border-line">
        {onBack && (
          <span class="-ms-2">
            <IconButton icon={arrowLeft} label={back_label} onClick={onBack} />
          </span>
        )}
        <h2 id={heading} class="clip flex-1 text-15 font-650">{title}</h2>
        <span class="-me-2">
          <IconButton icon={x} label={close_label} onClick={close} />
        </span>
      </header>
      {children(close)}
    </dialog>
  );
}
