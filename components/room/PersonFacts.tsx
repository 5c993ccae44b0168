import type { ComponentChildren } from "preact";
import type { Person } from "@/components/person.ts";
import { Tag } from "@/components/Tag.tsx";
import { Time } from "@/components/Time.tsx";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { dayOf } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import { number } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { rankIn } from "@/lib/i18n/ranks.ts";
import type { PersonCard } from "@/lib/protocol/entities.ts";
import type { RoomView } from "./view.ts";

export interface PersonPresenceProps {
  readonly view: RoomView;
  readonly dates: DateStyle;
  readonly now: number;
  readonly person: Person;
  readonly card: PersonCard | null;
}

/** Whether they are there, or when they last were. */
export function PersonPresence({ view: { room, t }, dates, now, person, card }: PersonPresenceProps) {
  const status = room.statusOf({ user: person, status: card?.status ?? "offline" });
  const seen = status === "offline" ? card?.last_seen_at : null;
  return (
    <p class="text-13 text-muted">
      {seen
        ? (
          <>
            {peopleText(dates.locale).person.lastSeen}{" "}
            <Time dates={dates} at={seen} show="last-seen" now={now} />
          </>
        )
        : t.members[status]}
    </p>
  );
}

/** What they are in the workspace, and their rank. */
export function PersonTags({ t, locale, person }: { t: ChatText; locale: Locale; person: Person }) {
  const role = person.role && person.role !== "member" ? person.role : null;
  if (!role && !person.rank) return null;
  return (
    <p class="flex flex-wrap gap-1.5">
      {role && <Tag tone="accent">{t.members.roles[role]}</Tag>}
      {person.rank && <Tag>{rankIn(locale, person.rank)}</Tag>}
    </p>
  );
}

/** Score, when they joined, and what they are called in games. */
export function PersonFacts({ dates, card }: { dates: DateStyle; card: PersonCard }) {
  const { person: words } = peopleText(dates.locale);
  return (
    <dl class="grid gap-1.5 text-13">
      <Fact label={words.score}>
        <bdi dir="ltr">{number(dates.locale, card.score)}</bdi>
      </Fact>
      <Fact label={words.joined}>{dayOf(dates, card.created_at)}</Fact>
      {card.in_game_ids.map(({ game, id }) => (
        <Fact key={`${game} ${id}`} label={<bdi>{game}</bdi>}>
          <bdi class="break-anywhere">{id}</bdi>
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ label, children }: { label: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
      <dt class="text-muted break-anywhere">{label}</dt>
      <dd class="min-w-0">{children}</dd>
    </div>
  );
}
