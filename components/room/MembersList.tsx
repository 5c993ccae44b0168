import { useSignal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { MemberRow } from "@/components/MemberRow.tsx";
import { Skeleton } from "@/components/States.tsx";
import { Time } from "@/components/Time.tsx";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import { rankIn } from "@/lib/i18n/ranks.ts";
import type { Member } from "@/lib/realtime/client/room.ts";
import { cx } from "@/lib/ui/cx.ts";
import { useRolling } from "./rolling.ts";
import type { RoomView } from "./view.ts";

export interface MembersListProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly label: string;
  /** All there are, where not all are known. */
  readonly count?: number;
  readonly members: readonly Member[];
  /** Id of whoever had the focus last: the Tab key comes back to them. */
  readonly stop: Signal<number>;
}

/** People under a heading, of which only those in view are drawn. */
export function MembersList(props: MembersListProps) {
  const { view, dates, label, members, stop, count = members.length } = props;
  const list = useRef<HTMLUListElement>(null);
  const { from, to } = useRolling(list, members.length);
  const shown = members.slice(from, to);
  const stop_id = shown.some(({ user }) => user.id === stop.value) ? stop.value : shown[0]?.user.id;
  return (
    <>
      <h3 class="flex gap-2 px-2 pt-4 pb-1.5 text-12 leading-5 font-550 text-muted">
        {label} <span>{number(dates.locale, count)}</span>
      </h3>
      <ul ref={list} aria-label={label}>
        {shown.map((member, index) => (
          <li key={member.user.id} aria-setsize={count} aria-posinset={from + index + 1}>
            <MemberRow
              t={view.t}
              person={member.user}
              presence={view.room.statusOf(member)}
              note={noteOf(props, member)}
              tabIndex={member.user.id === stop_id ? 0 : -1}
              onSelect={({ currentTarget }) => {
                stop.value = member.user.id;
                view.overlay.value = {
                  kind: "person",
                  user: member.user,
                  username: member.user.username,
                  from: currentTarget as HTMLElement,
                };
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

function noteOf({ view: { room, t }, dates, now }: MembersListProps, member: Member) {
  const { user, last_seen_at } = member;
  if (user.id === room.me.id) return t.members.you;
  const status = room.statusOf(member);
  if (status === "away") return t.members.away;
  if (status === "offline" && last_seen_at !== null) {
    return <Time dates={dates} at={last_seen_at} show="last-seen" now={now} />;
  }
  return user.rank === null ? undefined : rankIn(dates.locale, user.rank);
}

export interface MoreMembersProps {
  readonly view: RoomView;
  readonly state: "idle" | "loading" | "failed";
  readonly onMore: () => void;
}

/** The end of a list that goes on: loads what follows when it comes near, and says when that failed. */
export function MoreMembers({ view: { t }, state, onMore }: MoreMembersProps) {
  const end = useRef<HTMLDivElement>(null);
  const near = useSignal(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => void (near.value = seen.at(-1)!.isIntersecting),
      { root: end.current!.closest("[data-rolls]"), rootMargin: "600px 0px" },
    );
    observer.observe(end.current!);
    return () => observer.disconnect();
  }, []);
  const is_near = near.value;
  // After each page anew: it may have been too short to lead out of sight.
  useEffect(() => {
    if (is_near && state === "idle") onMore();
  });
  return (
    <div ref={end} class="needs-scripts">
      {state === "failed"
        ? (
          <p class="grid justify-items-start gap-2 px-2 py-3 text-13 text-muted" role="alert">
            {t.members.failed}
            <Button size="sm" onClick={onMore}>{t.room.tryAgain}</Button>
          </p>
        )
        : <MembersSkeleton label={t.members.loading} />}
    </div>
  );
}

export interface MembersSkeletonProps {
  readonly label: string;
  readonly rows?: number;
  /** How such a row is laid out, a face and a column beside it. */
  readonly row?: string;
  readonly face?: string;
}

/** People before they are there, in their true geometry: that of a `MemberRow` unless told. */
export function MembersSkeleton({ label, rows = 3, row = ROW, face = FACE }: MembersSkeletonProps) {
  return (
    <div role="status">
      <span class="sr-only">{label}</span>
      {Array.from(
        { length: rows },
        (_, index) => (
          <div key={index} class={row}>
            <Skeleton class={face} />
            <span class="grid gap-2">
              <Skeleton class="w-32 max-w-full" />
              <Skeleton class="w-20" />
            </span>
          </div>
        ),
      )}
    </div>
  );
}

const ROW = cx("grid grid-cols-[30px_minmax(0,1fr)] gap-x-2.5 items-center px-2 py-2");
const FACE = cx("size-[30px] rounded-full");
