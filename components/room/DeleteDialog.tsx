import { Button } from "@/components/Button.tsx";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** Asks before a message is gone for everyone; the focus is on the safe button. */
export function DeleteDialog({ view, overlay: { message }, onClose }: OverlayProps<"delete">) {
  const t = view.t.message;
  return (
    <ModalFrame
      title={t.deleteTitle}
      onClose={() => {
        onClose();
        // The button that led here goes with the message's text.
        document.getElementById(`m${message.seq}`)?.focus();
      }}
      actions={(close) => (
        <>
          <Button autoFocus onClick={close}>{t.deleteKeep}</Button>
          <Button
            tone="danger"
            onClick={() => {
              close();
              view.remove(message);
            }}
          >
            {t.deleteConfirm}
          </Button>
        </>
      )}
    >
      {() => <p>{t.deleteText}</p>}
    </ModalFrame>
  );
}
