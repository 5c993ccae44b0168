import type { FoundMessage, SearchRoom } from "@/lib/protocol/search.ts";
import * as conversations from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import * as rows from "@/db/search.ts";
import * as index from "@/db/sqlite_search.ts";
import type { Store } from "@/db/store.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { reachOf } from "../access.ts";
import type { Access } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { Details } from "../details.ts";
import { toMessage } from "../entities.ts";
import { toBrief, toUser } from "../people.ts";
import type { Ranks } from "../ranks.ts";
import { scope } from "./scope.ts";
import type { Having } from "./scope.ts";
import { rangesIn, termsOf } from "./terms.ts";

/** Own conversations that one search asks for; whoever is in more than these looks in one of them. */
const JOINED_MAX = 1000;
/** People of a conversation that are named with a result: enough to name a direct one. */
const NAMED_MAX = 3;

export interface Search {
  /** What somebody typed; may be empty where something else narrows the search. */
  readonly text: string;
  readonly author_id?: number;
  readonly conversation_id?: number;
  /** Epoch milliseconds: from the first, before the second. */
  readonly from?: number;
  readonly until?: number;
  readonly has: readonly Having[];
  readonly source?: string;
  /** The site it came from. */
  readonly source_id?: number;
  /** Only what is older than this message. */
  readonly before_id?: number;
  readonly limit: number;
}

interface Deps {
  readonly store: Store;
  readonly access: Access;
  readonly details: Details;
  readonly ranks: Ranks;
}

/** Finding messages by their words. */
export function createFinder({ store, access, details, ranks }: Deps) {
  /**
   * The newest messages that have all of it, among those the actor may read at this moment.
   * @throws AppError `search_empty`, `search_too_long`; `not_found` for a conversation they may not read
   */
  async function find(actor: Actor, asked: Search): Promise<{ results: FoundMessage[]; more: boolean }> {
    const { author_id, source, source_id, has, from, until, before_id, limit } = asked;
    const terms = termsOf(asked.text);
    const narrowed = author_id !== undefined || source !== undefined || has.length > 0;
    if (terms.length === 0 && !narrowed) throw new AppError("search_empty", {}, "q");
    const readable = await scopesOf(actor, asked.conversation_id);
    if (readable.length === 0) return { results: [], more: false };
    const reach = reachOf(actor);
    const ids = await store.all(index.found(actor, {
      phrases: terms,
      scopes: [
        readable,
        ...author_id === undefined ? [] : [[scope.author(author_id)]],
        ...source === undefined ? [] : [[scope.source(source)]],
        ...source_id === undefined ? [] : [[scope.site(source_id)]],
        ...has.map((what) => [scope.has(what)]),
      ],
      open: reach.all,
      joined: reach.own,
      before_id,
      from,
      until,
      // One more than wanted tells whether there are more.
      limit: limit + 1,
    }));
    const shown = await describe(actor, ids.slice(0, limit).map(({ id }) => id));
    return {
      results: shown.map((one) => ({ ...one, matches: rangesIn(one.content, terms) })),
      more: ids.length > limit,
    };
  }

  /** Words of the index for everything that is open to the actor, or for one conversation if that is. */
  async function scopesOf(actor: Actor, conversation_id: number | undefined): Promise<string[]> {
    if (conversation_id !== undefined) {
      await access.toRead(actor, conversation_id);
      return [scope.conversation(conversation_id)];
    }
    const reach = reachOf(actor);
    const joined = reach.own.length === 0 ? [] : await store.all(rows.joinedBy(actor, JOINED_MAX));
    return [
      ...reach.all.map((kind) => scope.kind(actor.workspace_id, kind)),
      ...joined.map(({ id }) => scope.conversation(id)),
    ];
  }

  async function describe(actor: Actor, ids: readonly number[]): Promise<Omit<FoundMessage, "matches">[]> {
    if (ids.length === 0) return [];
    const found = (await store.all(messages.findAll(actor, ids))).toSorted((a, b) => b.id - a.id);
    const tiers = await ranks.of(actor.workspace_id);
    const beside = { ...await details.ofMessages(actor, found), reads: null, tiers };
    const rooms = await roomsOf(actor, [...new Set(found.map((row) => row.conversation_id))]);
    return found.map((row) => ({ ...toMessage(row, beside), room: rooms.get(row.conversation_id)! }));
  }

  async function roomsOf(actor: Actor, ids: readonly number[]): Promise<Map<number, SearchRoom>> {
    const found = await store.all(rows.rooms(actor, ids));
    const unnamed = found.filter(({ kind }) => kind === "direct").map(({ id }) => id);
    const people = unnamed.length === 0
      ? []
      : await store.all(conversations.participantsOf(unnamed, NAMED_MAX));
    const tiers = await ranks.of(actor.workspace_id);
    const peopleOf = Map.groupBy(people, ({ conversation_id }) => conversation_id);
    return new Map(found.map((room) => [room.id, {
      ...room,
      participants: (peopleOf.get(room.id) ?? []).map((one) => toBrief(toUser(one, tiers))),
    }]));
  }

  return { find };
}
