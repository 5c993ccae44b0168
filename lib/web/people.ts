import { z } from "zod";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Listed } from "@/lib/chat/people.ts";
import type { PresentUser } from "@/lib/protocol/answers.ts";
import type { PersonCard } from "@/lib/protocol/entities.ts";
import { LISTED_MAX } from "@/lib/realtime/presence.ts";
import type { State } from "./state.ts";

/** Members that are read beyond a page where presence decides, which the database does not know. */
const SIEVED = 200;

/** `?after=`: the id and key of whoever one goes on behind, as the address of a next page has them. */
const After = z.string().regex(/^\d{1,16}~[^]{0,200}$/u).transform((text) => {
  const [id] = text.split("~", 1);
  return { user_id: Number(id), name_order: text.slice(id!.length + 1) };
});

export const PeopleQuery = z.object({
  q: z.string().max(100).default(""),
  username: z.string().max(100).optional(),
  is_online: z.enum(["true", "false"]).transform((text) => text === "true").optional(),
  after: After.optional(),
  limit: z.coerce.number().int().positive().default(50).transform((limit) => Math.min(limit, 100)),
});
export type PeopleQuery = z.output<typeof PeopleQuery>;

export interface PeoplePage {
  readonly people: PresentUser[];
  /** `?after=` of the page behind this one; null at the end. */
  readonly next: string | null;
}

/** A page of the people of the actor's workspace by name, with presence. */
export async function peoplePage(
  { chat, realtime: { presence } }: State["app"],
  actor: Actor,
  { q: search, username, is_online, after, limit }: PeopleQuery,
): Promise<PeoplePage> {
  const { workspace_id } = actor;
  const fits = ({ user }: Listed) =>
    is_online === undefined || presence.isOnline(workspace_id, user.id) === is_online;
  // A few among thousands are asked for by name; else members are gone through until enough of them fit.
  const are_few = is_online && presence.countOnline(workspace_id) <= LISTED_MAX;
  const among = are_few ? presence.listOnline(workspace_id) : undefined;
  const in_vain = is_online === undefined || are_few
    ? 0
    : is_online
    ? SIEVED
    : Math.min(SIEVED, presence.countOnline(workspace_id));
  const at_once = limit + 1 + in_vain;

  const found: Listed[] = [];
  for (let place = after;;) {
    const members = await chat.people.list(actor, { search, username, among, after: place, limit: at_once });
    found.push(...members.filter(fits));
    if (members.length < at_once || found.length > limit) break;
    place = members.at(-1)!.place;
  }
  const page = found.slice(0, limit);
  return {
    people: page.map(({ user, last_seen_at }) => ({
      ...user,
      status: presence.statusOf(workspace_id, user.id),
      is_online: presence.isOnline(workspace_id, user.id),
      last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
    })),
    next: found.length > limit ? placeOf(page.at(-1)!) : null,
  };
}

function placeOf({ place: { user_id, name_order } }: Listed): string {
  return `${user_id}~${name_order}`;
}

/** The card of a member of the actor's workspace. @throws AppError `not_found` */
export async function personCard(
  { chat, realtime }: State["app"],
  actor: Actor,
  user_id: number,
): Promise<PersonCard> {
  const { user, last_seen_at, created_at } = await chat.people.card(actor, user_id);
  return {
    ...user,
    status: realtime.presence.statusOf(actor.workspace_id, user.id),
    last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
    created_at: new Date(created_at).toISOString(),
  };
}
