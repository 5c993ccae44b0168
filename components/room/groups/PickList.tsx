import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { Icon } from "@/components/Icon.tsx";
import { check } from "@/components/icons.ts";
import { displayName } from "@/components/person.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { GroupsText } from "@/lib/i18n/groups/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import type { Member } from "@/lib/realtime/client/room.ts";
import { MembersSkeleton } from "../MembersList.tsx";
import { useRolling } from "../rolling.ts";
import type { RoomView } from "../view.ts";

export interface PickListProps {
  readonly view: RoomView;
  readonly words: GroupsText["choose"];
  readonly members: readonly Member[];
  /** As in `Picker`. */
  readonly chosen: readonly User[] | null;
  readonly isInside?: (user_id: number) => boolean;
  readonly busy?: boolean;
  readonly onPick: (user: User) => void;
}

/** People to choose from, of whom only those in view are drawn. */
export function PickList(props: PickListProps) {
  const { words, members } = props;
  const list = useRef<HTMLUListElement>(null);
  const { from, to } = useRolling(list, members.length);
  /** Whoever had the focus last: one stop of the Tab key for the whole list. */
  const stop = useSignal(0);
  const shown = members.slice(from, to);
  const stop_id = shown.some(({ user }) => user.id === stop.value) ? stop.value : shown[0]?.user.id;
  return (
    <ul ref={list} aria-label={words.people}>
      {shown.map((member, index) => (
        <li key={member.user.id} aria-setsize={members.length} aria-posinset={from + index + 1}>
          <PickRow
            {...props}
            member={member}
            is_stop={member.user.id === stop_id}
            onFocus={() =>
              void (stop.value = member.user.id)}
          />
        </li>
      ))}
    </ul>
  );
}

interface PickRowProps extends PickListProps {
  readonly member: Member;
  readonly is_stop: boolean;
  readonly onFocus: () => void;
}

function PickRow({ view, words, member, chosen, isInside, busy, is_stop, onFocus, onPick }: PickRowProps) {
  const { room, t } = view;
  const { user } = member;
  const name = displayName(user);
  const inside = isInside?.(user.id) ?? false;
  const is_chosen = chosen?.some(({ id }) => id === user.id) ?? false;
  const presence = room.statusOf(member);
  return (
    <button
      type="button"
      data-pick
      role={chosen ? "checkbox" : undefined}
      aria-checked={chosen ? inside || is_chosen ? "true" : "false" : undefined}
      aria-disabled={inside || busy ? "true" : undefined}
      tabIndex={is_stop ? 0 : -1}
      class={PICK}
      onFocus={onFocus}
      onClick={() => onPick(user)}
    >
      <Avatar
        id={user.id}
        name={name}
        picture={user.profile_picture}
        size={36}
        presence={presence}
        dim={presence === "offline"}
      />
      <span class="min-w-0">
        <span class="clip text-14 leading-5 font-500" dir="auto">{name}</span>
        <span class="clip text-12 leading-4 text-muted">
          {inside
            ? words.inside
            : user.id === room.me.id
            ? t.room.ownNotes
            : <bdi dir="ltr">@{user.username}</bdi>}
        </span>
        <span class="sr-only">{t.members[presence]}</span>
      </span>
      {chosen && (
        <span
          class={cx(
            "grid place-items-center size-5 rounded-full",
            inside ? "text-muted" : is_chosen ? "bg-accent text-accent-contrast" : "ring-field",
          )}
        >
          {(inside || is_chosen) && <Icon of={check} size={14} />}
        </span>
      )}
    </button>
  );
}

/** A row that is chosen: a face, two lines, a sign. */
export const PICK = cx(
  "grid grid-cols-[36px_minmax(0,1fr)_auto] gap-x-3 items-center w-full min-h-[52px] px-2 py-2 rounded text-start",
  "hover:bg-surface-3 aria-disabled:opacity-45",
);

/** People to choose from before they are there. */
export function PickSkeleton({ label }: { label: string }) {
  return <MembersSkeleton label={label} rows={6} row={PICK} face={cx("size-9 rounded-full")} />;
}
