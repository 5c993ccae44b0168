import { Confirm } from "@/components/Dialog.tsx";
import type { RoomView } from "./view.ts";

/** Asks before a message is gone for everyone. */
export function DeleteDialog({ view }: { view: RoomView }) {
  const { t, doomed } = view;
  const message = doomed.value;
  return (
    <Confirm
      open={message !== null}
      title={t.message.deleteTitle}
      text={t.message.deleteText}
      confirmLabel={t.message.deleteConfirm}
      keepLabel={t.message.deleteKeep}
      onConfirm={() => {
        view.remove();
        // The button that opened the dialog goes with the text; the row stays.
        document.getElementById(`m${message!.seq}`)?.focus();
      }}
      onClose={() => void (doomed.value = null)}
    />
  );
}
