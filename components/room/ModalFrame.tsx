import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Dialog } from "@/components/Dialog.tsx";
import type { Message } from "@/lib/protocol/entities.ts";

export interface ModalFrameProps {
  readonly title: string;
  /** The message it is about: it gets the focus where the button that led here is gone. */
  readonly message?: Message;
  readonly wide?: boolean;
  readonly onClose: () => void;
  /** Given the function that closes it. */
  readonly children: (close: () => void) => ComponentChildren;
  readonly actions?: (close: () => void) => ComponentChildren;
}

/** A dialog that is open from the moment it is drawn, and goes only once it has given the focus back. */
export function ModalFrame({ title, message, wide, onClose, children, actions }: ModalFrameProps) {
  const open = useSignal(true);
  const close = () => void (open.value = false);
  useEffect(() => {
    if (open.value) return;
    const { activeElement, body } = document;
    if (message && (activeElement === body || activeElement?.closest("dialog"))) {
      document.getElementById(`m${message.seq}`)?.focus();
    }
    onClose();
  }, [open.value]);
  return (
    <Dialog open={open.value} title={title} wide={wide} onClose={close} actions={actions?.(close)}>
      {children(close)}
    </Dialog>
  );
}
