import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Menu } from "@/components/Menu.tsx";
import { displayName } from "@/components/person.ts";
import type { Anchor } from "@/components/place.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { RoomMember } from "@/lib/protocol/entities.ts";
import type { GroupPeople as People } from "@/lib/realtime/client/group_people.ts";
import { MembersSkeleton, MoreMembers } from "../MembersList.tsx";
import { useRolling } from "../rolling.ts";
import { GroupPerson } from "./GroupPerson.tsx";
import { onListKey } from "./list_keys.ts";
import { memberItems } from "./member_items.ts";
import type { PartProps } from "./parts.ts";
import { Seek } from "./Seek.tsx";

/** From so many people on one may look for somebody. */
const MANY = 8;
const LIST = "group-people";

export type GroupPeopleProps = PartProps & { readonly people: People };

/** Who is in a group: its owner, its admins, all others. */
export function GroupPeople(props: GroupPeopleProps) {
  const { view, dates, words: { about: words }, people } = props;
  const { room, t } = view;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const stop = useSignal(0);
  /** Whose menu is open, and beside what. */
  const menu = useSignal<{ member: RoomMember; at: Anchor } | null>(null);
  const text = useSignal("");
  const found = people.found.value;
  const state = people.state.value, query = people.query.value;
  const { from, to } = useRolling(list, found?.length ?? 0);
  const shown = found?.slice(from, to) ?? [];
  const stop_id = shown.some(({ user }) => user.id === stop.value) ? stop.value : shown[0]?.user.id;
  const total = room.conversation.value.participants_count;

  return (
    <section class="pt-3 pb-4" aria-label={words.members}>
      <h3 class="flex gap-2 px-4 pb-1.5 text-12 leading-5 font-550 text-muted">
        {words.members} <span>{number(dates.locale, query === "" ? total : people.count.value)}</span>
      </h3>
      {(total >= MANY || query !== "") && (
        <div class="px-3 pb-2">
          <Seek
            field={field}
            value={text.value}
            label={words.search}
            clear_label={words.clear}
            list={LIST}
            onInput={(wanted) => {
              text.value = wanted;
              people.look(wanted);
            }}
          />
        </div>
      )}
      {room.status.value.state === "offline" && <p class="px-4 pb-1.5 text-12 text-muted">{words.stale}</p>}
      <p class="sr-only" role="status">
        {query !== "" && state === "idle" && words.found(people.count.value)}
      </p>
      <div
        id={LIST}
        class="px-2"
        onKeyDown={(event: KeyboardEvent) => onListKey(event, field.current)}
      >
        {found === null && state !== "failed" && <MembersSkeleton label={t.members.loading} rows={4} />}
        {found && found.length > 0 && (
          <ul ref={list} aria-label={words.members}>
            {shown.map((member, index) => (
              <li
                key={member.user.id}
                aria-setsize={people.count.value}
                aria-posinset={from + index + 1}
                class="relative"
              >
                <GroupPerson
                  {...props}
                  member={member}
                  items={memberItems(props, member)}
                  is_stop={member.user.id === stop_id}
                  onFocus={() => void (stop.value = member.user.id)}
                  onMenu={(at) => void (menu.value = { member, at })}
                />
              </li>
            ))}
          </ul>
        )}
        {found?.length === 0 && state === "idle" && (
          <p class="px-2 py-2 text-13 text-muted break-anywhere">{words.nobody(query)}</p>
        )}
        {(people.has_more.value || state === "failed") && (
          <MoreMembers view={view} state={state} onMore={state === "failed" ? people.refresh : people.more} />
        )}
        {total === 1 && query === "" && <p class="px-2 pt-2 text-13 text-muted">{words.alone}</p>}
      </div>
      {menu.value && (
        <Menu
          id="member-menu"
          label={words.actsOn(displayName(menu.value.member.user))}
          items={memberItems(props, menu.value.member)}
          at={menu.value.at}
          onClose={() => void (menu.value = null)}
        />
      )}
    </section>
  );
}
