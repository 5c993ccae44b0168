import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Button, IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronLeft } from "@/components/chat_icons.ts";
import { search as glass } from "@/components/chat_icons.ts";
import { FoundRow } from "@/components/search/FoundRow.tsx";
import { roomName } from "@/components/search/room.ts";
import { EmptyState } from "@/components/EmptyState.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { errorSentence } from "@/lib/i18n/errors/mod.ts";
import { searchText } from "@/lib/i18n/search/mod.ts";
import { SEARCH_MAX } from "@/lib/protocol/search.ts";
import { loadSearch } from "@/lib/web/search_page.ts";
import { define } from "@/lib/web/state.ts";

/** The search as a page of its own, where no script opens it over the room. */
export const handler = define.handlers({
  async GET(ctx) {
    const data = await loadSearch(ctx);
    return page(data, { status: data.refusal?.status ?? 200 });
  },
});

export default define.page<typeof handler>(({ data }) => {
  const { text, found, refusal, dates, now, me_id } = data;
  const t = searchText(dates.locale);
  const chat = chatText(dates.locale);
  return (
    <>
      <Head>
        <title>{text === "" ? t.title : `${text} – ${t.title}`}</title>
      </Head>
      <main class="grid content-start gap-2 max-w-measure mx-auto px-3 py-4">
        <h1 class="sr-only">{t.title}</h1>
        <form method="get" action="/chat/search" role="search" class="flex items-center gap-2">
          <IconButton icon={chevronLeft} label={chat.nav.back} href="/chat" />
          <span class="seek flex-1">
            <Icon of={glass} size={16} class="text-muted" />
            <input
              type="search"
              name="q"
              dir="auto"
              maxLength={SEARCH_MAX}
              aria-label={t.field}
              placeholder={t.field}
              value={text}
              autofocus={found === null}
            />
          </span>
          <Button type="submit" tone="primary">{t.go}</Button>
        </form>
        {refusal && (
          <p role="alert" class="px-2.5 py-2 text-danger">
            {errorSentence(dates.locale, refusal.code, refusal.params)}
          </p>
        )}
        {found === null && !refusal && <EmptyState icon={glass} title={t.hint.title} text={t.hint.text} />}
        {found?.results.length === 0 && <EmptyState icon={glass} title={t.none.title} text={t.none.text} />}
        {found && found.results.length > 0 && (
          <ol aria-label={t.results}>
            {found.results.map((one, index) => {
              const name = roomName(chat, one.room, me_id);
              const before = found.results[index - 1]?.room.id;
              return (
                <li key={one.id}>
                  {one.room.id !== before && <p class="found-room" dir="auto">{name}</p>}
                  <FoundRow t={chat} dates={dates} now={now} found={one} />
                </li>
              );
            })}
          </ol>
        )}
        {found && found.results.length > 0 && (
          <p class="py-3 text-center">
            {found.next
              ? <Button href={`/chat/search${found.next}`}>{t.older}</Button>
              : <span class="text-12 text-muted">{t.end}</span>}
          </p>
        )}
      </main>
    </>
  );
});
