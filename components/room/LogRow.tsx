import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { kindOf } from "@/components/attachments/layout.ts";
import { LateOutgoing } from "@/components/attachments/LateOutgoing.tsx";
import { MessageTools } from "@/components/MessageTools.tsx";
import type { Tool } from "@/components/MessageTools.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import type { Outgoing } from "@/lib/realtime/client/outbox.ts";
import { isMine } from "@/lib/realtime/client/reacting.ts";
import { afterPage } from "./after_page.tsx";
import { toRow } from "./items.ts";
import { latePart } from "./late_part.tsx";
import { loadLater } from "./load_later.ts";
import { logLook, messageLook } from "./look.ts";
import { messageOf } from "./overlay.ts";
import { Reactions } from "./Reactions.tsx";
import type { RoomView } from "./view.ts";

export interface LogRowProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly follow: boolean;
  readonly message: Message | null;
  readonly outgoing: Outgoing | null;
  /** The message that an outgoing one answers, where it is loaded. */
  readonly quoted: Message | undefined;
  readonly onQuote: (seq: number, event: Event) => void;
  /** The page's address names it. */
  readonly is_goal: boolean;
}

const FailedSign = afterPage(({ FailedSign }) => FailedSign);
const Attachments = latePart(({ Attachments }) => Attachments);

/**
 * One message, on its way or committed. All it is given keeps its identity while nothing changes, and it reads
 * signals: so it is drawn anew only when it looks different, however long the log is.
 */
export function LogRow(props: LogRowProps) {
  const { view, dates, follow, message, outgoing, quoted, onQuote, is_goal } = props;
  const { room, t, subject } = view;
  const { me } = room;
  const selected = message !== null && subject.value?.message.id === message.id;
  if (message) {
    const own = message.sender.id === me.id;
    const Look = messageLook(view);
    const Private = logLook(view);
    return (
      <Look
        t={t}
        dates={dates}
        message={message}
        me={me.username}
        own={own}
        follow={follow}
        mentionsMe={message.mentions.includes(me.id)}
        selected={selected}
        isGoal={is_goal}
        ticks={view.bubbles && own && Private && <Private.Receipt view={view} message={message} />}
        pictures={message.attachments.length > 0 &&
          message.attachments.every((one) => kindOf(one) === "photo")}
        onQuote={onQuote}
        tools={toolsFor(view, message).length > 0 && <Tools view={view} message={message} />}
        media={message.attachments.length > 0 && (
          <Attachments
            t={t}
            attachments={message.attachments}
            onOpen={({ id }) => void (view.looked_at.value = id)}
            previews={room.parcels.peek().get(message.client_id)?.previews}
            onShown={() => room.onShown(message.client_id)}
          />
        )}
      >
        <Reactions view={view} message={message} locale={dates.locale} />
      </Look>
    );
  }
  return <OutgoingRow view={view} dates={dates} follow={follow} outgoing={outgoing!} quoted={quoted} />;
}

/**
 * Fifty rows are most of a page, and the same for nearly all who ask: the server draws each once. What is on its
 * way is only ever drawn in the browser.
 */
LogRow.keptBy = (props: unknown): string | null => {
  // What is not named here, also what is yet to come, is part of the key.
  const { view, dates, message, outgoing: _, quoted: __, onQuote: ___, ...looks } = props as LogRowProps;
  const { me } = view.room;
  // What two people say to each other is drawn for them alone.
  if (!message || view.bubbles || view.subject.peek() !== null) return null;
  return JSON.stringify([message, looks, dates, me.role, ...readerOf(message, me)]);
};

/** What of the reader a row shows: that they wrote it, are named in it, reacted to it. */
function readerOf(message: Message, me: User): (string | number)[] {
  const { sender, content, reactions } = message;
  const concerned = sender.id === me.id || content.includes("@") || reactions.length > 0;
  return concerned ? [me.id, me.username] : [];
}

type OutgoingRowProps = Pick<LogRowProps, "view" | "dates" | "follow" | "quoted"> & { outgoing: Outgoing };

/** A message on its way, with what can be done about it. */
function OutgoingRow({ view, dates, follow, outgoing, quoted }: OutgoingRowProps) {
  const { room, t } = view;
  const { client_id, content, refused, files } = outgoing;
  const parcel = files && room.parcels.value.get(client_id);
  const is_lost = parcel?.files?.length === 0;
  const has_failed = refused !== null || is_lost;
  const Look = messageLook(view);
  return (
    <Look
      t={t}
      dates={dates}
      message={toRow(outgoing, room.me, quoted)}
      own
      follow={follow}
      state={has_failed ? "failed" : "pending"}
      failure={has_failed && (
        <FailedSign
          t={t}
          reason={is_lost ? t.files.notKept : refused || undefined}
          retryLabel={is_lost ? t.files.sendBare : undefined}
          onRetry={is_lost
            ? content === "" ? undefined : () => room.sendBare(client_id)
            : () => room.retry(client_id)}
          onDiscard={() => room.discard(client_id)}
        />
      )}
      pictures={files?.every(({ type }) => type.startsWith("image/"))}
      media={files && (
        <LateOutgoing
          t={t}
          files={files}
          parcel={parcel}
          is_failed={has_failed}
          onCancel={() => room.discard(client_id)}
        />
      )}
    />
  );
}

const TOOLS = ["like", "dislike", "react", "reply", "more"] as const;

/** Of a deleted message nothing is left but its past, for those who may read it. */
function toolsFor(view: RoomView, message: Message): readonly Tool[] {
  if (!message.is_deleted) return TOOLS.filter((tool) => view.can(tool, message));
  return view.can("history", message) ? ["history"] : [];
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
  const look = useRef<(() => void) | null>(null);

  useEffect(() => {
    const row = here.current!.closest("article")!;
    // A finger opens the sheet instead: it leaves a focus and a hover behind that mean nothing.
    const update = () => {
      // What was opened from here gives the focus back to here.
      const held = messageOf(view.overlay.peek()) === message.id;
      active.value = (!isTouched() && (held || row.matches(":hover"))) ||
        row.matches(":focus-visible, :has(:focus-visible)");
    };
    // The element that gets the focus has it only afterwards.
    const updateSoon = () => requestAnimationFrame(update);
    const onTap = ({ target }: Event) => {
      if (isTouched() && !isBusy(target as Element)) view.overlay.value = { kind: "sheet", message };
    };
    const onMenu = (event: MouseEvent) => {
      // What is marked, led to or drawn has a menu of the browser's own.
      const is_other = (event.target as Element).closest("a, img, video, form") !== null;
      if (isTouched() || is_other || message.is_deleted || !(getSelection()?.isCollapsed ?? true)) return;
      event.preventDefault();
      const { clientX: left, clientY: top } = event;
      view.act("more", message, { left, right: left, top, bottom: top });
    };
    const listeners = {
      pointerenter: update,
      pointerleave: update,
      focusin: update,
      focusout: updateSoon,
      click: onTap,
      contextmenu: onMenu,
    };
    for (const [name, act] of Object.entries(listeners)) row.addEventListener(name, act as EventListener);
    // One may be here already, when what was on its way is committed.
    look.current = update;
    update();
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
    if (!active.value) return;
    // A line that is away now may be back when it is wanted.
    loadLater().catch(() => {});
    // Gone with the pointer meanwhile: what lay over the room is closed now.
    return view.overlay.subscribe((overlay) => {
      if (overlay === null) requestAnimationFrame(() => look.current?.());
    });
  }, [active.value]);

  const vote = (["like", "dislike"] as const).find((one) => isMine(message.reactions, view.room.me.id, one));
  return (
    <span ref={here}>
      {active.value
        ? (
          <MessageTools
            t={t}
            tools={toolsFor(view, message)}
            vote={vote}
            onUse={(tool, at) => view.act(tool, message, at)}
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
  const control = target.closest("a, button, video, [role=button]");
  const is_stand_in = control?.classList.contains("sr-only");
  return (control !== null && !is_stand_in) || !(getSelection()?.isCollapsed ?? true);
}
