import { useEffect, useMemo, useRef } from "preact/hooks";
import { DaySeparator, JumpButton, NewLine } from "@/components/Separators.tsx";
import { SystemLine } from "@/components/lines.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { afterPage } from "./after_page.tsx";
import { Beginning } from "./Beginning.tsx";
import { Ending } from "./Ending.tsx";
import { toItems } from "./items.ts";
import type { Item } from "./items.ts";
import { onMessageLink, useGoal } from "./links.ts";
import { latePart } from "./late_part.tsx";
import { LogRow } from "./LogRow.tsx";
import { later, loadLater } from "./load_later.ts";
import { logLook } from "./look.ts";
import { useJumps } from "./jumps.ts";
import { useOver } from "./over.ts";
import { Typing } from "./Typing.tsx";
import { usePlace } from "./place.ts";
import { useReading } from "./reading.ts";
import { useLogScroll } from "./scroll.ts";
import type { MessageAct, RoomView } from "./view.ts";

const Announcer = afterPage(({ Announcer }) => Announcer);
/** Keys by which one moves: pressed before their script is there, they are pressed again by it. */
const MOVES = /^(Arrow|Home$|End$|Page|Escape$|Enter$|\+$|F2$|Delete$)/;

export interface MessageLogProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  /** `seq` of the message that the page's address names; it is loaded. */
  readonly goal: number | "gone" | null;
}

const EmptyLog = latePart(({ EmptyLog }) => EmptyLog);

/** The messages of a room, oldest first, with what is on its way at the end. */
export function MessageLog({ view, dates, now, goal }: MessageLogProps) {
  const { room, t } = view;
  const Private = logLook(view);
  const messages = room.messages.value;
  const outgoing = room.outgoing.value;
  const passing = useRef<(() => void) | null>(null);
  const is_live = !room.has_newer.value;
  const scroll = useLogScroll({
    isLive: () => !room.has_newer.peek(),
    onNearStart: () => room.has_older.peek() && room.older.peek() === "idle" && void room.loadOlder(),
    onNearEnd: () => room.has_newer.peek() && room.newer.peek() === "idle" && void room.loadNewer(),
    onMove(place) {
      room.stand(place?.seq ?? null);
      view.place = place;
      if (place) wantOver();
      if (place) passing.current?.();
      reading.look();
    },
  });
  const at_end = scroll.at_end.value && is_live;
  const reading = useReading(room, scroll, at_end, view.outside?.away);
  const { line_seq } = reading;
  const jumps = useJumps(view, scroll, reading);
  const skipped = reading.skipped.value;
  const { Over, wantOver } = useOver(skipped);
  const has_older = room.has_older.value;
  const { items, waiting } = useMemo(() => {
    const options = { dates, me: room.me, read_seq: line_seq, has_older };
    // What is on its way belongs at the live end: while that is not loaded, behind what is missing.
    return is_live
      ? { items: toItems(messages, outgoing, options), waiting: [] }
      : { items: toItems(messages, [], options), waiting: toItems([], outgoing, options) };
  }, [messages, outgoing, dates, line_seq, is_live, has_older]);
  const onQuote = useMemo(() => (seq: number, event: Event) => {
    event.preventDefault();
    void view.show(seq);
  }, []);
  usePlace(view, scroll, goal === null);
  useGoal(view, scroll, goal);
  const onLink = useMemo(() => onMessageLink(view), []);
  const onDay = useMemo(() => (at: string) => void (view.overlay.value = { kind: "calendar", at }), []);

  useEffect(() => {
    room.trim();
    // The page that came may be short, or this place near the end of it.
    scroll.onScroll();
  }, [messages]);

  function onAct(act: MessageAct, row: HTMLElement): void {
    const message = room.messages.peek().find(({ seq }) => row.id === `m${seq}`);
    if (message && view.can(act, message)) view.act(act, message, row.getBoundingClientRect());
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (jumps.isReadAllKey(event)) return jumps.readAll(event);
    const parts = later.peek();
    if (!parts) return again(event);
    if (view.outside || !parts.onPersonKey(event)) {
      parts.onLogKey(event, { leave: view.write, act: onAct, toEdge: jumps.toEdge });
    }
  }

  /** Does it once the script is there. */
  function again(event: Event): void {
    const { target, type } = event;
    const is_key = event instanceof KeyboardEvent;
    if (is_key && !(MOVES.test(event.key) && (target as Element).matches("article, .log"))) return;
    event.preventDefault();
    loadLater().then(
      // A key goes to where those before it have led.
      () =>
        (is_key ? document.activeElement : target)
          ?.dispatchEvent(new (event.constructor as typeof Event)(type, event)),
      () => view.notices.say(t.connection.notNow, "bad"),
    );
  }

  /** Opens the card of whoever was activated. */
  function onPerson(event: MouseEvent): void {
    // Visitors see people, and not their cards.
    if (view.outside) return;
    const parts = later.peek();
    if (parts) parts.onPerson(view, event);
    else if ((event.target as Element).closest("[data-person], [data-mention]")) again(event);
  }

  function row(item: Item) {
    if (item.kind === "day") {
      return (
        <DaySeparator
          key={item.key}
          dates={dates}
          at={item.at}
          now={now}
          label={t.places.jumpToDate}
          onOpen={onDay}
          bare={view.bubbles}
        />
      );
    }
    if (item.kind === "new") return <NewLine key={item.key} t={t} />;
    if (item.kind === "system") {
      return <SystemLine key={item.key} t={t} message={item.message} me_id={room.me.id} />;
    }
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
        is_goal={goal !== null && message?.seq === goal}
      />
    );
  }

  return (
    <div class="relative flex-1 min-h-0 flex flex-col">
      {Over && (
        <Over.Unread
          view={view}
          dates={dates}
          now={now}
          reading={reading}
          onJump={jumps.toFirstUnread}
          onDone={jumps.toNewest}
        />
      )}
      <div
        ref={scroll.ref}
        onScroll={scroll.onScroll}
        onClick={(event: MouseEvent) => {
          onLink(event);
          onPerson(event);
        }}
        onKeyDown={onKeyDown}
        class="log flex-1 min-h-0 overflow-y-auto overflow-x-hidden flex flex-col-reverse"
        role="log"
        // New messages are told by the announcer below: older pages that come in above are no news.
        aria-live="off"
        aria-label={t.room.messages}
        tabIndex={0}
      >
        {items.length + waiting.length === 0
          ? Private ? <Private.Nothing view={view} /> : <EmptyLog view={view} />
          : (
            // A block and no flex column: there the browser lays out only the row that is new.
            <div class="flow-root flex-none pt-4 pb-[30px]">
              <Beginning view={view} />
              {items.map(row)}
              {!is_live && <Ending view={view} />}
              {waiting.map(row)}
              {Private && is_live && outgoing.length === 0 && <Private.SeenLine view={view} />}
            </div>
          )}
      </div>
      {!at_end && (
        <JumpButton
          locale={dates.locale}
          t={t}
          count={room.unread.value}
          onJump={jumps.toNewest}
        />
      )}
      {Over && (
        <Over.FloatingDay
          view={view}
          dates={dates}
          now={now}
          log={scroll.ref}
          covered={skipped}
          passing={passing}
          onOpen={onDay}
        />
      )}
      <Typing view={view} />
      <Announcer view={view} />
    </div>
  );
}
