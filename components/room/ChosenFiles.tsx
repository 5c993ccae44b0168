import { useEffect, useRef } from "preact/hooks";
import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { circleAlert, image, paperclip } from "@/components/icons.ts";
import { ACCEPT } from "@/lib/realtime/client/accept.ts";
import type { RoomView } from "./view.ts";

/** How long after a page came what handles files is fetched, if nobody asked for it, in milliseconds. */
const WARM_AFTER = 5000;

/** The button that opens the device's own file chooser. */
export function AttachButton({ view }: { view: RoomView }) {
  const { t, tray, field } = view;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPT}
        onChange={() => {
          tray.add([...input.current!.files!]);
          // The same file may be chosen again after it was removed.
          input.current!.value = "";
          field.current?.focus();
        }}
      />
      <IconButton
        icon={view.outside ? image : paperclip}
        label={t.files.attach}
        class="needs-scripts"
        onClick={() => input.current!.click()}
      />
    </>
  );
}

/** The tray above the text, once there is something to put into it. */
export function ChosenFiles({ view }: { view: RoomView }) {
  const { tray, field } = view;
  useEffect(() => {
    void tray.open();
    // Not among the first things, and before the connection may be gone.
    const timer = setTimeout(tray.warmUp, WARM_AFTER);
    field.current?.addEventListener("focus", tray.warmUp);
    return () => clearTimeout(timer);
  }, []);

  const refusal = tray.refusal.value;
  const drawn = tray.drawn.value;
  return (
    <>
      {refusal !== "" && (
        <p class="flex items-start gap-1.5 px-3.5 pt-2.5 text-13 text-danger" role="alert">
          <Icon of={circleAlert} size={14} class="mt-1" />
          <span>{refusal}</span>
        </p>
      )}
      {drawn && <drawn.TrayList view={view} />}
    </>
  );
}

/** Files that are pasted go into the tray, wherever the focus is. */
export function usePaste({ tray, subject, notices, t }: RoomView): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const files = [...event.clipboardData?.files ?? []];
      // Office programs put a picture of the text beside it: then the text is meant.
      const has_text = event.clipboardData?.getData("text/plain") !== "";
      const is_elsewhere = (event.target as Element).closest?.("input, dialog, [popover]");
      if (files.length === 0 || has_text || is_elsewhere) return;
      event.preventDefault();
      if (subject.peek()?.kind === "edit") notices.say(t.files.notInEdit, "bad");
      else tray.add(files);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, []);
}
