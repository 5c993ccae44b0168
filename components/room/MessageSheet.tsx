import { useLayoutEffect, useRef } from "preact/hooks";
import { Attachments } from "@/components/attachments/Attachments.tsx";
import { summary } from "@/components/attachments/layout.ts";
import { Icon } from "@/components/Icon.tsx";
import { thumbsDown, thumbsUp } from "@/components/icons.ts";
import { plus } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { isMine } from "@/lib/realtime/client/reacting.ts";
import { messageLook } from "./look.ts";
import { actItems } from "./menu_items.ts";
import type { OverlayProps } from "./overlay_props.ts";
import type { RoomView } from "./view.ts";

const QUICK = ["❤️", "😍", "🔥", "👏", "😂", "🙏"];

/** Between the sheet, the message above it and the edges, and what must be left of a message, in pixels. */
const GAP = 8;
const LEAST = 72;

/** What can be done with a message that was tapped, within reach of a thumb; the message itself stands above. */
export function MessageSheet({ view, overlay: { message }, dates, onClose }: OverlayProps<"sheet">) {
  const { t } = view;
  const sheet = useRef<HTMLDialogElement>(null);
  const lifted = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    sheet.current!.showModal();
    // After it, and so above its backdrop.
    lift(lifted.current!, sheet.current!);
  }, []);

  const close = () => sheet.current?.close();
  const Look = messageLook(view);
  return (
    <>
      <dialog
        ref={sheet}
        class="sheet"
        aria-label={t.message.tools}
        onClose={onClose}
        onClick={({ target }: Event) => target === sheet.current && close()}
      >
        <p class="sr-only">{displayName(message.sender)}: {summary(t, message)}</p>
        {view.can("react", message) && (
          <Quick view={view} message={message} locale={dates.locale} onDone={close} />
        )}
        {actItems(view, message).map(({ act, icon, label }) => (
          <button
            key={act}
            type="button"
            class={cx(
              "flex items-center gap-4 w-full min-h-12 px-5 text-15 text-start hover:bg-surface-3",
              act === "delete" && "text-danger border-t border-line mt-1",
            )}
            onClick={() => {
              close();
              view.act(act, message);
            }}
          >
            <Icon of={icon} class={act === "delete" ? "" : "text-ink-2"} />
            {label}
          </button>
        ))}
      </dialog>
      <div ref={lifted} popover="manual" class="lifted" aria-hidden="true" inert>
        <Look
          t={t}
          dates={dates}
          // The row in the log keeps its id.
          message={{ ...message, id: undefined, seq: undefined }}
          own={message.sender.id === view.room.me.id}
          media={message.attachments.length > 0 && (
            <Attachments t={t} attachments={message.attachments} onOpen={() => {}} />
          )}
        />
      </div>
    </>
  );
}

/** Shows the message above the sheet, as much of it as there is room for. Set through the CSSOM. */
function lift(message: HTMLElement, sheet: HTMLElement): void {
  const room = innerHeight - sheet.offsetHeight - 2 * GAP;
  if (room < LEAST) return;
  message.showPopover();
  message.style.maxHeight = `${room}px`;
  message.style.inset = `auto ${GAP}px ${sheet.offsetHeight + GAP}px`;
}

interface QuickProps {
  readonly view: RoomView;
  readonly locale: Locale;
  readonly message: Message;
  readonly onDone: () => void;
}

/** Six emoji at once, a way to all of them, and the two votes. */
function Quick({ view, message, locale, onDone }: QuickProps) {
  const { t, room } = view;
  const react = (emoji: string) => {
    onDone();
    view.react(message, emoji);
  };
  const mine = (emoji: string) => isMine(message.reactions, room.me.id, emoji);
  const vote = (name: "like" | "dislike") => {
    const { count = 0 } = message.reactions.find(({ emoji }) => emoji === name) ?? {};
    return (
      <button
        type="button"
        class={cx("sheet-vote", mine(name) && "sheet-vote-mine")}
        aria-pressed={mine(name) ? "true" : "false"}
        onClick={() => react(name)}
      >
        <Icon of={name === "like" ? thumbsUp : thumbsDown} />
        {t.message[name]}
        {count > 0 && <span class="num">{number(locale, count)}</span>}
      </button>
    );
  };
  return (
    <>
      <div class="sheet-quick">
        {QUICK.map((emoji) => (
          <button
            key={emoji}
            type="button"
            class={cx("sheet-emoji emoji", mine(emoji) && "sheet-emoji-mine")}
            aria-label={emoji}
            aria-pressed={mine(emoji) ? "true" : "false"}
            onClick={() => react(emoji)}
          >
            {emoji}
          </button>
        ))}
        <button
          type="button"
          class="sheet-emoji text-ink-2"
          aria-label={t.message.react}
          onClick={({ currentTarget }: MouseEvent) => {
            const at = (currentTarget as Element).getBoundingClientRect();
            onDone();
            view.act("react", message, at);
          }}
        >
          <Icon of={plus} />
        </button>
      </div>
      <div class="grid grid-cols-2 gap-2 px-3.5 pb-2">
        {vote("like")}
        {vote("dislike")}
      </div>
    </>
  );
}
