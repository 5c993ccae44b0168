import { useEffect, useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { copy, pencil, reply, trash2 } from "@/components/icons.ts";
import type { IconShape } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import { Clip, Name } from "@/components/Text.tsx";
import { cx } from "@/lib/ui/cx.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { MessageAct, RoomView } from "./view.ts";

const ACTS: readonly { act: MessageAct; icon: IconShape; label: (t: ChatText) => string }[] = [
  { act: "reply", icon: reply, label: (t) => t.message.reply },
  { act: "copy", icon: copy, label: (t) => t.message.copyText },
  { act: "edit", icon: pencil, label: (t) => t.message.edit },
  { act: "delete", icon: trash2, label: (t) => t.message.delete },
];

/** What can be done with a message that was tapped, within reach of a thumb. */
export function MessageSheet({ view }: { view: RoomView }) {
  const { t, chosen } = view;
  const ref = useRef<HTMLDialogElement>(null);
  const message = chosen.value;
  useEffect(() => {
    if (message) ref.current!.showModal();
    else ref.current!.close();
  }, [message]);
  const close = () => void (chosen.value = null);
  return (
    <dialog
      ref={ref}
      class="sheet"
      aria-label={t.message.tools}
      onClose={close}
      onClick={({ target }: Event) => target === ref.current && close()}
    >
      {message && (
        <>
          <p class="flex gap-2 px-5 pt-4 pb-2 text-13 text-muted border-b border-line">
            <b class="flex-none max-w-[45%] clip font-600 text-ink-2" dir="auto">
              <Name>{displayName(message.sender)}</Name>
            </b>
            <Clip text={message.content} class="flex-1" />
          </p>
          {ACTS.filter(({ act }) => view.can(act, message)).map(({ act, icon, label }) => (
            <button
              key={act}
              type="button"
              class={cx(
                "flex items-center gap-4 w-full min-h-12 px-5 text-15 text-start hover:bg-surface-3",
                act === "delete" && "text-danger",
              )}
              onClick={() => {
                close();
                view.act(act, message);
              }}
            >
              <Icon of={icon} class={act === "delete" ? "" : "text-ink-2"} />
              {label(t)}
            </button>
          ))}
        </>
      )}
    </dialog>
  );
}
