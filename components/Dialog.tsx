import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { cx } from "@/lib/ui/cx.ts";
import { Button } from "./Button.tsx";

export interface DialogProps {
  open: boolean;
  title: string;
  children: ComponentChildren;
  /** Buttons at the end of the last row. */
  actions?: ComponentChildren;
  /** For what is read rather than answered. */
  wide?: boolean;
  /** Escape, or a press beside it. */
  onClose: () => void;
}

/** A modal question: the browser's own `<dialog>`, which keeps the focus inside and gives it back. */
export function Dialog({ open, title, children, actions, wide, onClose }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      class={cx("dialog", wide && "dialog-wide")}
      aria-labelledby={heading}
      onClose={onClose}
      onClick={(event: MouseEvent) => {
        // The backdrop belongs to the dialog itself; what is inside has targets of its own.
        if (event.target === ref.current) onClose();
      }}
    >
      <h2 id={heading} class="mb-1.5 text-17 font-650">{title}</h2>
      <div class="text-ink-2">{children}</div>
      {actions && <div class="flex flex-wrap justify-end gap-2 mt-5">{actions}</div>}
    </dialog>
  );
}

export interface ConfirmProps {
  open: boolean;
  /** The question. */
  title: string;
  /** What follows from it, in a sentence. */
  text: string;
  confirmLabel: string;
  keepLabel: string;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something is gone for good; the focus is on the safe button. */
export function Confirm({ open, title, text, confirmLabel, keepLabel, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog
      open={open}
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose}>{keepLabel}</Button>
          <Button tone="danger" onClick={onConfirm}>{confirmLabel}</Button>
        </>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
