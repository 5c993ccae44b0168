import { useEffect, useRef } from "preact/hooks";
import { Confirm } from "@/components/Dialog.tsx";
import type { Message } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

/** Asks before a message is gone for everyone. */
export function DeleteDialog({ view }: { view: RoomView }) {
  const { t, doomed } = view;
  const message = doomed.value;
  const asked = useRef<Message | null>(null);

  useEffect(() => {
    // The button that led here went with the pointer or the focus: the message itself gets it back.
    if (message === null && asked.current) document.getElementById(`m${asked.current.seq}`)?.focus();
    asked.current = message;
  }, [message]);

  return (
    <Confirm
      open={message !== null}
      title={t.message.deleteTitle}
      text={t.message.deleteText}
      confirmLabel={t.message.deleteConfirm}
      keepLabel={t.message.deleteKeep}
      onConfirm={view.remove}
      onClose={() => void (doomed.value = null)}
    />
  );
}
