import { useEffect, useMemo } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { DaySeparator, JumpButton, NewLine, SystemLine } from "@/components/Separators.tsx";
import { EmptyState } from "@/components/States.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { Announcer } from "./Announcer.tsx";
import { Beginning } from "./Beginning.tsx";
import { toItems } from "./items.ts";
import type { Item } from "./items.ts";
import { onLogKey } from "./keys.ts";
import { LogRow } from "./LogRow.tsx";
import { Typing } from "./Typing.tsx";
import { usePlace } from "./place.ts";
import { useReading } from "./reading.ts";
import { useLogScroll } from "./scroll.ts";
import type { RoomView } from "./view.ts";

/** Messages kept in a window that one follows at its end; beyond them the oldest go. */
const KEPT = 300;
const KEPT_MAX = 600;

export interface MessageLogProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
}

/** The messages of a room, oldest first, with what is on its way at the end. */
export function MessageLog({ view, dates, now }: MessageLogProps) {
  const { room, t } = view;
  const messages = room.messages.value;
  const outgoing = room.outgoing.value;
  const scroll = useLogScroll({ onNearStart: () => room.has_older.peek() && void room.loadOlder() });
  const at_end = scroll.at_end.value;
  const line_seq = useReading(room, at_end);
  const items = useMemo(
    () => toItems(messages, outgoing, { dates, me: room.me, read_seq: line_seq }),
    [messages, outgoing, dates, line_seq],
  );
  const onQuote = useMemo(() => showQuoted, []);
  usePlace(view, scroll);

  // What one sends oneself is always shown.
  useEffect(() => {
    if (outgoing.length > 0) scroll.toEnd();
  }, [outgoing.at(-1)?.client_id]);

  useEffect(() => {
    if (at_end && messages.length > KEPT_MAX) room.trim(KEPT);
  }, [at_end, messages.length]);

  async function showQuoted(seq: number, event: Event): Promise<void> {
    event.preventDefault();
    if (scroll.toMessage(seq)) return;
    const found = await room.loadTo(seq);
    // The page that came is drawn in the next frame.
    requestAnimationFrame(() => {
      if (!found || !scroll.toMessage(seq)) view.notices.say(t.notice.messageGone, "bad");
    });
  }

  function row(item: Item) {
    if (item.kind === "day") return <DaySeparator key={item.key} dates={dates} at={item.at} now={now} />;
    if (item.kind === "new") return <NewLine key={item.key} t={t} />;
    if (item.kind === "system") return <SystemLine key={item.key} text={t.system.unknown({})} />;
    const { key, follow, message, outgoing } = item;
    const answered = outgoing?.reply_to ?? null;
    return (
      <LogRow
        key={key}
        view={view}
        dates={dates}
        follow={follow}
        message={message}
        outgoing={outgoing}
        quoted={answered === null ? undefined : messages.find(({ id }) => id === answered)}
        onQuote={onQuote}
      />
    );
  }

  return (
    <div class="relative flex-1 min-h-0 flex flex-col">
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        onKeyDown={(event: KeyboardEvent) => onLogKey(event, view.write)}
        class="log flex-1 min-h-0 overflow-y-auto overflow-x-hidden flex flex-col-reverse"
        role="log"
        // New messages are told by the announcer below: older pages that come in above are no news.
        aria-live="off"
        aria-label={t.room.messages}
        tabIndex={0}
      >
        {items.length === 0
          ? (
            <EmptyState
              title={t.room.emptyTitle}
              text={t.room.emptyText}
              actions={
                <Button tone="primary" class="needs-scripts" onClick={view.write}>
                  {t.room.emptyAction}
                </Button>
              }
            />
          )
          : (
            // A block and no flex column: there the browser lays out only the row that is new.
            <div class="flow-root flex-none pt-4 pb-[30px]">
              <Beginning view={view} />
              {items.map(row)}
            </div>
          )}
      </div>
      {!at_end && <JumpButton locale={dates.locale} t={t} count={room.unread.value} onJump={scroll.toEnd} />}
      <Typing view={view} />
      <Announcer view={view} />
    </div>
  );
}
