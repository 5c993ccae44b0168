import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { InGameId, User, UserBrief } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { usernameKey } from "@/lib/protocol/username.ts";
import * as conversations from "@/db/conversations.ts";
import * as people from "@/db/people.ts";
import type { PersonRow, Place } from "@/db/people.ts";
import type { Store } from "@/db/store.ts";
import type { Actor } from "./actor.ts";
import { rankOf } from "./ranks.ts";
import type { Ranks, Tiers } from "./ranks.ts";

/** Those who answer visitors, as far as they are counted. */
const AGENTS_MAX = 1000;

/** A member of the workspace in a list of people. */
export interface Member {
  readonly user: User;
  /** Epoch milliseconds; null for somebody who never connected. */
  readonly last_seen_at: number | null;
}

export interface Listed extends Member {
  /** Where to go on behind them. */
  readonly place: Place;
}

export interface PeopleAsked {
  /** In their name or username, however it is spelled. */
  readonly search?: string;
  /** Their whole username, however it is spelled. */
  readonly username?: string;
  /** None but these. */
  readonly among?: readonly number[];
  readonly after?: Place;
  readonly limit: number;
}

/** The people of a workspace, as its members may see them. */
export function createPeople({ store, now, ranks }: { store: Store; now: () => number; ranks: Ranks }) {
  return {
    /** The actor as others see them. @throws AppError `not_found` for somebody who is no longer there */
    async get(actor: Pick<Actor, "id" | "workspace_id">): Promise<User> {
      const row = await store.get(people.find(actor.workspace_id, actor.id));
      if (!row) throw new AppError("not_found");
      return toUser(row, await ranks.of(actor.workspace_id));
    },

    /** One member of the actor's workspace. @throws AppError `not_found`, also for visitors of sites */
    async card(actor: Actor, user_id: number): Promise<Member & { created_at: number }> {
      const row = await store.get(people.findMember(actor.workspace_id, user_id));
      if (!row || actor.kind === "guest") throw new AppError("not_found");
      const { last_seen_at, created_at } = row;
      return { user: toUser(row, await ranks.of(actor.workspace_id)), last_seen_at, created_at };
    },

    /** Members by name, those behind a place; at most `limit`. */
    async list(actor: Actor, asked: PeopleAsked): Promise<Listed[]> {
      const { search = "", username, among, after, limit } = asked;
      if (among?.length === 0) return [];
      const keys = {
        name: normalizeKey(search),
        username: usernameKey(search),
        exactly: username === undefined ? undefined : usernameKey(username),
        among,
      };
      const rows = await store.all(people.listMembers(actor.workspace_id, keys, { after, limit }, now()));
      const tiers = await ranks.of(actor.workspace_id);
      return rows.map((row) => ({
        user: toUser(row, tiers),
        last_seen_at: row.last_seen_at,
        place: { name_order: row.name_order, user_id: row.user_id },
      }));
    },

    /** How many members the actor's workspace has. */
    async count(actor: Actor): Promise<number> {
      return (await store.get(people.countMembers(actor.workspace_id, now())))!.count;
    },

    /** Ids of those who answer visitors. */
    async agentIds({ workspace_id }: Pick<Actor, "workspace_id">): Promise<number[]> {
      const rows = await store.all(people.agents(workspace_id, now(), AGENTS_MAX));
      return rows.map((row) => row.person_id);
    },

    /** What those who answer visitors are called: their usernames, and their own names where they gave one. */
    async agentNames({ workspace_id }: Pick<Actor, "workspace_id">): Promise<string[]> {
      const rows = await store.all(people.agents(workspace_id, now(), AGENTS_MAX));
      return rows.flatMap(({ username, first_name, last_name }) =>
        [username, `${first_name ?? ""} ${last_name ?? ""}`.trim()].filter((name) =>
          name !== null && name !== ""
        )
      ) as string[];
    },

    /** Ids of those in a conversation with participants. Ask `access` first. */
    async idsIn(conversation_id: number): Promise<number[]> {
      const rows = await store.all(conversations.participantIds(conversation_id));
      return rows.map((row) => row.actor_id);
    },
  };
}

export type People = ReturnType<typeof createPeople>;

/** A person as others see them; guests, bots and the erased have only a name. */
export function toUser(row: PersonRow, tiers: Tiers): User {
  return {
    id: row.person_id,
    username: row.username ?? row.person_name ?? "",
    first_name: row.first_name ?? "",
    last_name: row.last_name ?? "",
    profile_picture: row.picture,
    score: row.score ?? 0,
    rank: rankOf(row.score, tiers),
    role: row.role,
    in_game_ids: parseGames(row.in_game_ids),
  };
}

/** The keys by which a person is found, of those names that are given. */
export function nameKeys(
  { first_name, last_name }: { first_name?: string; last_name?: string },
): { first_name_key?: string; last_name_key?: string } {
  return {
    ...(first_name !== undefined && { first_name_key: normalizeKey(first_name) }),
    ...(last_name !== undefined && { last_name_key: normalizeKey(last_name) }),
  };
}

/** The short form that names who did something. */
export function toBrief(user: User): UserBrief & { first_name: string; last_name: string } {
  const { id, username, first_name, last_name, profile_picture } = user;
  return { id, username, first_name, last_name, profile_picture };
}

function parseGames(text: string | null): InGameId[] {
  // Nearly everybody has none: no parse for each of fifty messages.
  return text === null || text === "[]" ? [] : JSON.parse(text);
}
