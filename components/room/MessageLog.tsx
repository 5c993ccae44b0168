import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { MessageRow } from "@/components/MessageRow.tsx";
import { MessageTools } from "@/components/MessageTools.tsx";
import { displayName } from "@/components/person.ts";
import { DaySeparator, JumpButton, NewLine, SystemLine } from "@/components/Separators.tsx";
import { EmptyState, MessageSkeleton } from "@/components/States.tsx";
import { mentions } from "@/components/text.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Outgoing } from "@/lib/realtime/client/outbox.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import { follows, keyOf, toItems } from "./items.ts";
import type { Item } from "./items.ts";
import { useLogScroll } from "./scroll.ts";

export interface MessageLogProps {
  readonly t: ChatText;
  readonly dates: DateStyle;
  readonly now: number;
  readonly room: Room;
  /** May act on what others wrote. */
  readonly moderates: boolean;
  /** The message being answered or edited. */
  readonly selected: number | null;
  readonly onReply: (message: Message) => void;
  readonly onEdit: (message: Message) => void;
  readonly onDelete: (message: Message) => void;
  readonly onCopy: (message: Message) => void;
  readonly onWrite: () => void;
}

/** The messages of a room, oldest first, with what is on its way at the end. */
export function MessageLog(props: MessageLogProps) {
  const { t, dates, now, room, onWrite } = props;
  const messages = room.messages.value;
  const outgoing = room.outgoing.value;
  const scroll = useLogScroll({ onNearStart: () => room.has_older.peek() && void room.loadOlder() });
  const line_seq = useReading(room, scroll.at_end.value);
  const items = useMemo(
    () => toItems(messages, { dates, me: room.me.id, read_seq: line_seq }),
    [messages, dates, line_seq],
  );
  const last_seq = messages.at(-1)?.seq ?? 0;
  const unseen = messages.filter((message) =>
    message.seq > room.read_seq.value && message.sender.id !== room.me.id
  );

  // What one sends oneself is always shown.
  useEffect(() => {
    if (outgoing.length > 0) scroll.toEnd();
  }, [outgoing.at(-1)?.client_id]);

  return (
    <div class="relative flex-1 min-h-0 flex flex-col">
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        class="log flex-1 min-h-0 overflow-y-auto flex flex-col-reverse"
        role="log"
        // New messages are told by the announcer below: older pages that come in above are no news.
        aria-live="off"
        aria-label={t.room.messages}
        tabIndex={0}
      >
        {messages.length === 0 && outgoing.length === 0
          ? (
            <EmptyState
              title={t.room.emptyTitle}
              text={t.room.emptyText}
              actions={<Button tone="primary" onClick={onWrite}>{t.room.emptyAction}</Button>}
            />
          )
          : (
            <div class="flex flex-col pt-4 pb-1">
              <Beginning {...props} />
              {items.map((item) => <Row key={item.key} item={item} {...props} />)}
              {outgoing.map((one, index) => (
                <OutgoingRow
                  key={`${room.me.id}-${one.client_id}`}
                  one={one}
                  before={index === 0 ? messages.at(-1) : undefined}
                  follows_own={index > 0}
                  {...props}
                />
              ))}
            </div>
          )}
      </div>
      {!scroll.at_end.value && (
        <JumpButton locale={dates.locale} t={t} count={unseen.length} onJump={scroll.toEnd} />
      )}
      <Announcer t={t} room={room} last_seq={last_seq} />
    </div>
  );
}

/** What stands above the oldest message shown. */
function Beginning({ t, room }: MessageLogProps) {
  if (!room.has_older.value) {
    return <p class="px-6 pt-2 pb-1 text-12 text-muted text-center">{t.room.beginning}</p>;
  }
  if (room.older.value !== "failed") return <MessageSkeleton label={t.room.olderLoading} rows={2} />;
  return (
    <div class="flex flex-wrap items-center justify-center gap-2 px-6 py-3 text-13 text-ink-2" role="alert">
      {t.room.olderErrorText}
      <Button
        size="sm"
        onClick={() =>
          void room.loadOlder()}
      >
        {t.room.tryAgain}
      </Button>
    </div>
  );
}

function Row({ item, ...props }: { item: Item } & MessageLogProps) {
  const { t, dates, now, room, selected } = props;
  const active = useSignal(false);
  if (item.kind === "day") return <DaySeparator dates={dates} at={item.at} now={now} />;
  if (item.kind === "new") return <NewLine t={t} />;
  if (item.kind === "system") return <SystemLine text={t.system.unknown({})} />;
  const { message, follow } = item;
  const own = message.sender.id === room.me.id;
  const wake = () => void (active.value = true);
  return (
    <div
      data-row
      onPointerEnter={wake}
      onPointerDown={wake}
      onFocusCapture={wake}
      onPointerLeave={() => void (active.value = false)}
    >
      <MessageRow
        t={t}
        dates={dates}
        message={message}
        me={room.me.username}
        own={own}
        follow={follow}
        mentionsMe={!own && mentions(message.content, room.me.username)}
        selected={selected === message.id}
        onQuote={(seq, event) => showQuoted(seq, event)}
        tools={tools(message, own, active.value, props)}
      />
    </div>
  );
}

/** Drawn only for the row one is at: fifty rows of buttons would be most of the page. */
function tools(message: Message, own: boolean, active: boolean, props: MessageLogProps) {
  if (message.is_deleted) return null;
  const { t, moderates, onReply, onEdit, onDelete, onCopy } = props;
  if (!active) return <button type="button" class="sr-only" aria-label={t.message.tools} />;
  return (
    <MessageTools
      t={t}
      onReply={() => onReply(message)}
      onCopy={() => onCopy(message)}
      onEdit={own ? () => onEdit(message) : undefined}
      onDelete={own || moderates ? () => onDelete(message) : undefined}
    />
  );
}

interface OutgoingRowProps extends MessageLogProps {
  readonly one: Outgoing;
  readonly before: Message | undefined;
  readonly follows_own: boolean;
}

function OutgoingRow({ t, dates, room, one, before, follows_own }: OutgoingRowProps) {
  const quoted = one.reply_to === null
    ? undefined
    : room.messages.value.find(({ id }) => id === one.reply_to);
  const message = {
    client_id: one.client_id,
    content: one.content,
    timestamp: new Date(one.created_at).toISOString(),
    is_edited: false,
    is_deleted: false,
    sender: room.me,
    reply_to: quoted ? { ...quoted, sender: quoted.sender } : null,
  };
  const follow = message.reply_to === null &&
    (follows_own || (before !== undefined && follows(before, message)));
  return (
    <div data-row key={keyOf(message)}>
      <MessageRow
        t={t}
        dates={dates}
        message={message}
        own
        follow={follow}
        state={one.refused === null ? "pending" : "failed"}
        reason={one.refused || undefined}
        onRetry={() => room.retry(one.client_id)}
        onDiscard={() => room.discard(one.client_id)}
      />
    </div>
  );
}

/** Follows the link to a quoted message where it is loaded, and lights it up for a moment. */
function showQuoted(seq: number, event: Event): void {
  const row = document.getElementById(`m${seq}`);
  event.preventDefault();
  if (!row) return;
  row.scrollIntoView({ block: "center" });
  row.classList.add("lit");
  setTimeout(() => row.classList.remove("lit"), 1600);
}

/**
 * Marks as read what is in view of somebody who looks. Gives the `seq` below which the "new messages" line
 * stands: where one had read to when the page opened, or when one last looked away.
 */
function useReading(room: Room, at_end: boolean): number {
  const line = useSignal(room.read_seq.peek());
  const last_seq = room.messages.value.at(-1)?.seq ?? 0;
  const online = room.status.value.state === "online";
  useEffect(() => {
    const look = () => {
      if (document.hidden) line.value = Math.max(room.read_seq.peek(), line.peek());
      else if (at_end) room.markRead(last_seq);
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [at_end, last_seq, online]);
  return line.value;
}

/** Tells screen readers, politely, what others say. */
function Announcer({ t, room, last_seq }: { t: ChatText; room: Room; last_seq: number }) {
  const said = useSignal(last_seq);
  const words = useSignal("");
  useEffect(() => {
    const fresh = room.messages.peek().filter(({ seq, sender }) =>
      seq > said.peek() && sender.id !== room.me.id
    );
    said.value = Math.max(said.peek(), last_seq);
    if (fresh.length === 0) return;
    words.value = fresh.map(({ sender, content }) => t.room.announce(displayName(sender), content)).join(
      "\n",
    );
  }, [last_seq]);
  return <div class="sr-only" role="status" aria-live="polite">{words.value}</div>;
}
