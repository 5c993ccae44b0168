import { useEffect, useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { search as glass } from "@/components/chat_icons.ts";
import { cloudOff, wifiOff } from "@/components/late_icons.ts";
import type { RoomView } from "@/components/room/view.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { Skeleton } from "@/components/States.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { SearchText } from "@/lib/i18n/search/mod.ts";
import type { FoundMessage } from "@/lib/protocol/search.ts";
import type { MessageSearch } from "@/lib/realtime/client/message_search.ts";
import { FoundRow } from "./FoundRow.tsx";
import { optionId } from "./Recent.tsx";
import { roomName } from "./room.ts";

export interface ResultsProps {
  readonly t: SearchText;
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly search: MessageSearch;
  readonly active: number;
  /** There are conditions beside the words. */
  readonly narrowed: boolean;
  readonly onOpen: (message: FoundMessage, event: MouseEvent) => void;
  readonly onWiden: () => void;
}

/** What was found, newest first, under the names of the conversations; or why there is nothing. */
export function Results({ t, search, narrowed, onWiden, ...list }: ResultsProps) {
  const found = search.found.value;
  const state = search.state.value;
  const again = <Button onClick={search.again}>{t.failed.again}</Button>;
  return (
    <>
      <p class="sr-only" role="status">
        {state === "loading"
          ? t.loading
          : state === "idle" && found
          ? t.found(found.length, search.has_more.value)
          : ""}
      </p>
      {state === "offline"
        ? <EmptyState icon={wifiOff} title={t.offline.title} text={t.offline.text} actions={again} />
        : state === "failed"
        ? (
          <EmptyState
            icon={cloudOff}
            title={t.failed.title}
            text={search.refusal.value ?? t.failed.text}
            actions={again}
          />
        )
        : found === null
        ? <RowsSkeleton rows={4} />
        : found.length === 0
        ? state === "idle"
          ? (
            <EmptyState
              icon={glass}
              title={t.none.title}
              text={narrowed ? t.none.narrowed : t.none.text}
              actions={narrowed && <Button onClick={onWiden}>{t.none.widen}</Button>}
            />
          )
          : <RowsSkeleton rows={4} />
        : <Found t={t} search={search} found={found} {...list} />}
    </>
  );
}

type FoundProps = Omit<ResultsProps, "narrowed" | "onWiden"> & { readonly found: readonly FoundMessage[] };

function Found({ t, view, dates, now, search, active, found, onOpen }: FoundProps) {
  const end = useRef<HTMLDivElement>(null);
  const { has_more, state } = search;

  // The next page is asked for before one is at the end of this one.
  useEffect(() => {
    const watching = new IntersectionObserver(
      ([entry]) => entry!.isIntersecting && search.more(),
      { root: end.current!.closest(".finder-body"), rootMargin: "400px" },
    );
    watching.observe(end.current!);
    return () => watching.disconnect();
  }, [found]);

  return (
    <>
      <div id="finder-options" role="listbox" aria-label={t.results} aria-busy={state.value === "loading"}>
        {byRoom(found).map(({ first, messages }) => {
          const name = roomName(view.t, messages[0]!.room, view.room.me.id);
          return (
            <div key={messages[0]!.id} role="group" aria-label={name} class="pb-2">
              <p class="found-room" dir="auto" aria-hidden="true">{name}</p>
              {messages.map((message, index) => (
                <FoundRow
                  key={message.id}
                  t={view.t}
                  dates={dates}
                  now={now}
                  found={message}
                  active={first + index === active}
                  link={{
                    id: optionId(first + index),
                    role: "option",
                    tabIndex: -1,
                    "aria-selected": first + index === active,
                    onClick: (event: MouseEvent) => onOpen(message, event),
                  }}
                />
              ))}
            </div>
          );
        })}
      </div>
      <div ref={end}>
        {has_more.value
          ? <RowsSkeleton rows={2} />
          : <p class="px-2.5 py-3 text-center text-12 text-muted">{t.end}</p>}
      </div>
    </>
  );
}

interface Group {
  /** Place of its first message among all. */
  readonly first: number;
  readonly messages: FoundMessage[];
}

/** What follows each other in one conversation stands together. */
function byRoom(found: readonly FoundMessage[]): Group[] {
  const groups: Group[] = [];
  found.forEach((message, index) => {
    const last = groups.at(-1);
    if (last && last.messages[0]!.room.id === message.room.id) last.messages.push(message);
    else groups.push({ first: index, messages: [message] });
  });
  return groups;
}

function RowsSkeleton({ rows }: { rows: number }) {
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} class="flex items-start gap-3 px-2.5 py-2">
          <Skeleton class="size-9 rounded-full flex-none" />
          <span class="grid flex-1 gap-2 pt-1">
            <Skeleton class="w-32" />
            <Skeleton class="w-[60%]" />
          </span>
        </div>
      ))}
    </div>
  );
}
