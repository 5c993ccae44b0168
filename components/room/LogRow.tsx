import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { MessageRow } from "@/components/MessageRow.tsx";
import { MessageTools } from "@/components/MessageTools.tsx";
import { mentions } from "@/lib/i18n/pieces.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Outgoing } from "@/lib/realtime/client/outbox.ts";
import { toRow } from "./items.ts";
import type { MessageAct, RoomView } from "./view.ts";

export interface LogRowProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly follow: boolean;
  readonly message: Message | null;
  readonly outgoing: Outgoing | null;
  /** The message that an outgoing one answers, where it is loaded. */
  readonly quoted: Message | undefined;
  readonly onQuote: (seq: number, event: Event) => void;
}

/**
 * One message, on its way or committed. All it is given keeps its identity while nothing changes, and it reads
 * signals: so it is drawn anew only when it looks different, however long the log is.
 */
export function LogRow({ view, dates, follow, message, outgoing, quoted, onQuote }: LogRowProps) {
  const { room, t, subject } = view;
  const { me } = room;
  const selected = message !== null && subject.value?.message.id === message.id;
  if (message) {
    const own = message.sender.id === me.id;
    return (
      <MessageRow
        t={t}
        dates={dates}
        message={message}
        me={me.username}
        own={own}
        follow={follow}
        mentionsMe={!own && mentions(message.content, me.username)}
        selected={selected}
        onQuote={onQuote}
        tools={!message.is_deleted && <Tools view={view} message={message} />}
      />
    );
  }
  const { client_id, refused } = outgoing!;
  return (
    <MessageRow
      t={t}
      dates={dates}
      message={toRow(outgoing!, me, quoted)}
      own
      follow={follow}
      state={refused === null ? "pending" : "failed"}
      reason={refused || undefined}
      onRetry={() => room.retry(client_id)}
      onDiscard={() => room.discard(client_id)}
    />
  );
}

/**
 * What can be done with a message. The buttons are there only while the row is under the pointer or has the
 * focus: fifty rows of them would be most of the page. For screen readers one button stands in for them.
 */
function Tools({ view, message }: { view: RoomView; message: Message }) {
  const { t } = view;
  const here = useRef<HTMLSpanElement>(null);
  const active = useSignal(false);
  const entered = useRef(false);

  useEffect(() => {
    const row = here.current!.closest("article")!;
    // A finger opens the sheet instead: it leaves a focus and a hover behind that mean nothing.
    const look = () => {
      const hovered = !isTouched() && row.matches(":hover");
      active.value = hovered || row.matches(":focus-visible, :has(:focus-visible)");
    };
    // The element that gets the focus has it only afterwards.
    const lookSoon = () => requestAnimationFrame(look);
    const onTap = ({ target }: Event) => {
      if (isTouched() && !isBusy(target as Element)) view.chosen.value = message;
    };
    const listeners = {
      pointerenter: look,
      pointerleave: look,
      focusin: look,
      focusout: lookSoon,
      click: onTap,
    };
    for (const [name, act] of Object.entries(listeners)) row.addEventListener(name, act as EventListener);
    // One may be here already, when what was on its way is committed.
    look();
    return () => {
      for (const [name, act] of Object.entries(listeners)) {
        row.removeEventListener(name, act as EventListener);
      }
    };
  }, [message]);

  useEffect(() => {
    // Whoever asked for the actions by the button that stood in for them goes on to the first.
    if (active.value && entered.current) here.current?.querySelector("button")?.focus();
    entered.current = false;
  }, [active.value]);

  const on = (act: MessageAct) => view.can(act, message) ? () => view.act(act, message) : undefined;
  return (
    <span ref={here}>
      {active.value
        ? (
          <MessageTools
            t={t}
            onReply={on("reply")}
            onCopy={on("copy")}
            onEdit={on("edit")}
            onDelete={on("delete")}
          />
        )
        : (
          <button
            type="button"
            class="sr-only"
            tabIndex={-1}
            aria-label={t.message.tools}
            onClick={() => {
              if (isTouched()) return;
              entered.current = true;
              active.value = true;
            }}
          />
        )}
    </span>
  );
}

/** There is no pointer that could lie over something without touching it. */
function isTouched(): boolean {
  return matchMedia("(hover: none)").matches;
}

/** A touch that was meant for something in the row, or that marked text. */
function isBusy(target: Element): boolean {
  const control = target.closest("a, button");
  const is_stand_in = control?.classList.contains("sr-only");
  return (control !== null && !is_stand_in) || !(getSelection()?.isCollapsed ?? true);
}
