import { useEffect, useMemo } from "preact/hooks";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { createPeopleSearch, isCalled } from "@/lib/realtime/client/people_search.ts";
import { MembersList, MembersSkeleton, MoreMembers } from "./MembersList.tsx";
import type { FoundProps } from "./MembersSearch.tsx";

/** Who was found; without an answer of the server, who of those one knows already. */
export function MembersFound({ query, ...list }: FoundProps) {
  const { view, dates } = list;
  const { room, t } = view;
  const { members: words } = peopleText(dates.locale);
  const search = useMemo(createPeopleSearch, []);
  useEffect(() => search.ask(query), [query]);
  const failed = search.state.value === "failed";
  const found = failed && !search.has_more.value
    ? room.people.entries.value.filter(({ user }) => isCalled(user, query))
    : search.found.value;
  if (found === null) return <MembersSkeleton label={t.members.loading} rows={4} />;
  return (
    <>
      <p class="sr-only" role="status">{search.state.value === "idle" && words.found(found.length)}</p>
      {found.length > 0 && <MembersList {...list} label={words.results} members={found} />}
      {found.length === 0 && !failed && search.state.value === "idle" && (
        <p class="px-2 pt-4 text-13 text-muted break-anywhere">{words.nobody(query)}</p>
      )}
      {(search.has_more.value || failed) && (
        <MoreMembers
          view={view}
          state={search.state.value}
          onMore={failed ? search.retry : search.more}
        />
      )}
    </>
  );
}
