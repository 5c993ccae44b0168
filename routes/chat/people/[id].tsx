import { page } from "fresh";
import { Head } from "fresh/runtime";
import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { messageCircle } from "@/components/chat_icons.ts";
import { displayName } from "@/components/person.ts";
import { PersonFacts, PersonTags } from "@/components/room/PersonFacts.tsx";
import { Time } from "@/components/Time.tsx";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { defaultCalendar } from "@/lib/i18n/dates.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { readId } from "@/lib/web/body.ts";
import { personCard } from "@/lib/web/people.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import { zoneFor } from "@/lib/web/zone.ts";

/** Who somebody is, as a page: where no script opens their card beside the name. */
export const handler = define.handlers({
  async GET(ctx) {
    const { app, locale } = ctx.state;
    const actor = requireActor(ctx);
    const card = await personCard(app, actor, readId(ctx.params.id));
    const me = await app.accounts.me(actor);
    const calendar = me.calendar ?? defaultCalendar(locale);
    return page({
      card,
      is_self: card.id === actor.id,
      dates: { locale, calendar, timeZone: zoneFor(ctx, me) },
      now: app.now(),
    });
  },

  /** To the conversation with them, opened if the two never talked. */
  async POST(ctx) {
    const { app } = ctx.state;
    const actor = requireActor(ctx);
    app.requirePace(actor);
    const id = await app.chat.conversations.openDirect(actor, readId(ctx.params.id));
    return ctx.redirect(`/chat/c/${id}`, 303);
  },
});

export default define.page<typeof handler>(({ data: { card, is_self, dates, now } }) => {
  const t = chatText(dates.locale);
  const name = displayName(card);
  return (
    <>
      <Head>
        <title>{name}</title>
      </Head>
      <main class="grid content-start gap-5 max-w-measure mx-auto px-6 py-10">
        <div class="flex items-center gap-4 min-w-0">
          <Avatar id={card.id} name={name} picture={card.profile_picture} size={72} presence={card.status} />
          <div class="min-w-0">
            <h1 class="text-20 font-650 break-anywhere" dir="auto">{name}</h1>
            <p class="clip text-13 text-muted" dir="ltr">@{card.username}</p>
            <p class="text-13 text-muted">
              {card.status === "offline" && card.last_seen_at
                ? (
                  <>
                    {peopleText(dates.locale).person.lastSeen}{" "}
                    <Time dates={dates} at={card.last_seen_at} show="last-seen" now={now} />
                  </>
                )
                : t.members[card.status]}
            </p>
          </div>
        </div>
        <PersonTags t={t} locale={dates.locale} person={card} />
        <PersonFacts dates={dates} card={card} />
        <form method="post" class="flex flex-wrap gap-2">
          {!is_self && (
            <Button type="submit" tone="primary" icon={messageCircle}>
              {peopleText(dates.locale).person.message}
            </Button>
          )}
          <Button href="/chat">{t.nav.back}</Button>
        </form>
      </main>
    </>
  );
});
