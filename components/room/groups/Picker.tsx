import { useEffect, useId, useMemo, useRef } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { createPeopleChoice } from "@/lib/realtime/client/people_choice.ts";
import { isCalled } from "@/lib/realtime/client/people_search.ts";
import { MoreMembers } from "../MembersList.tsx";
import type { RoomView } from "../view.ts";
import { Chips } from "./Chips.tsx";
import { onListKey } from "./list_keys.ts";
import { PickList, PickSkeleton } from "./PickList.tsx";
import { Seek } from "./Seek.tsx";

export interface PickerProps {
  readonly view: RoomView;
  readonly locale: Locale;
  /** Several are chosen, these by now; null where one press is the choice. */
  readonly chosen: readonly User[] | null;
  /** Those who are there already. */
  readonly isInside?: (user_id: number) => boolean;
  /** Chooses somebody, or takes them out again. */
  readonly onPick: (user: User) => void;
  /** Above all people, while nobody is looked for. */
  readonly first?: ComponentChildren;
  readonly busy?: boolean;
}

/** Choosing people: looked for by name, those who are there first. */
export function Picker({ view, locale, chosen, isInside, onPick, first, busy }: PickerProps) {
  const { room, t, session } = view;
  const { choose: words } = groupsText(locale);
  const list_id = useId();
  const field = useRef<HTMLInputElement>(null);
  const choice = useMemo(createPeopleChoice, []);
  const query = choice.query.value, state = choice.state.value;
  useEffect(() => {
    field.current?.focus();
    choice.ask("");
    return choice.stop;
  }, []);

  const is_many = chosen !== null;
  const failed = state === "failed";
  // Without an answer those of them whom one has met.
  const met = failed && choice.found.value === null
    ? session.people.entries.value.filter(({ user }) => isCalled(user, query))
    : choice.found.value;
  const found = met?.filter(({ user }) => !is_many || user.id !== room.me.id) ?? null;

  function pick(user: User): void {
    if (busy || isInside?.(user.id)) return;
    onPick(user);
    // The next one is looked for from the beginning.
    if (is_many && query !== "") {
      choice.ask("");
      field.current?.focus();
    }
  }

  return (
    <>
      <div class="flex-none flex flex-col gap-2 px-4 pt-3 pb-2">
        <Seek
          field={field}
          value={choice.query.value}
          label={words.search}
          clear_label={t.members.clear}
          list={list_id}
          onInput={choice.ask}
          onEnter={() => query !== "" && state === "idle" && found?.[0] && pick(found[0].user)}
          onBack={chosen?.length ? () => onPick(chosen.at(-1)!) : undefined}
        />
        {chosen && <Chips label={words.chosen} people={chosen} act={words.takeOut} onTakeOut={onPick} />}
      </div>
      <div
        id={list_id}
        data-rolls
        class="relative flex-1 min-h-0 overflow-y-auto px-2 pb-2"
        onKeyDown={(event: KeyboardEvent) => onListKey(event, field.current)}
      >
        {query === "" && first}
        {failed && choice.found.value === null && found && found.length > 0 && (
          <p class="px-2 py-2 text-13 text-muted">{words.offline}</p>
        )}
        <p class="sr-only" role="status">
          {state === "idle" && found && query !== "" && words.found(found.length)}
        </p>
        {found === null && !failed && <PickSkeleton label={t.members.loading} />}
        {found && found.length > 0 && (
          <PickList
            view={view}
            words={words}
            members={found}
            chosen={chosen}
            isInside={isInside}
            onPick={pick}
            busy={busy}
          />
        )}
        {found?.length === 0 && state === "idle" && (
          <p class="px-2 py-3 text-13 text-muted break-anywhere">
            {query === "" ? words.alone : words.nobody(query)}
          </p>
        )}
        {(choice.has_more.value || failed) && (
          <MoreMembers view={view} state={state} onMore={failed ? choice.retry : choice.more} />
        )}
      </div>
    </>
  );
}
