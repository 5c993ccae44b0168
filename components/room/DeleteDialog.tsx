import { Button } from "@/components/Button.tsx";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { ModalFrame } from "./ModalFrame.tsx";
import type { OverlayProps } from "./overlay_props.ts";

/** Asks before a message is gone for everyone; the focus is on the safe button. */
export function DeleteDialog({ view, overlay: { message }, dates, onClose }: OverlayProps<"delete">) {
  const t = actsText(dates.locale).delete;
  return (
    <ModalFrame
      title={t.title}
      onClose={() => {
        onClose();
        // The button that led here goes with the message's text.
        document.getElementById(`m${message.seq}`)?.focus();
      }}
      actions={(close) => (
        <>
          <Button autoFocus onClick={close}>{t.keep}</Button>
          <Button
            tone="danger"
            onClick={() => {
              close();
              view.remove(message);
            }}
          >
            {t.confirm}
          </Button>
        </>
      )}
    >
      {() => <p>{t.text}</p>}
    </ModalFrame>
  );
}
