import type { FoundMessage, SearchRoom } from "@/lib/protocol/search.ts";
import * as conversations from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import * as rows from "@/db/search.ts";
import * as index from "@/db/sqlite_search.ts";
import type { SearchAsked } from "@/db/sqlite_search.ts";
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
/** So many times as many entries as are wanted are looked at first, whoever may read them. */
const LOOKED_AT = 3;
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
    const reach = reachOf(actor);
    const ids = await idsOf(actor, asked.conversation_id, {
      phrases: terms,
      scopes: [
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
    });
    const shown = await describe(actor, ids.slice(0, limit));
    return {
      results: shown.map((one) => ({ ...one, matches: rangesIn(one.content, terms) })),
      more: ids.length > limit,
    };
  }

  /** Ids of what is found, newest first: in one conversation, or in all that are open to the actor. */
  async function idsOf(
    actor: Actor,
    conversation_id: number | undefined,
    question: SearchAsked,
  ): Promise<number[]> {
    if (conversation_id !== undefined) {
      await access.toRead(actor, conversation_id);
      return await idsIn([scope.conversation(conversation_id)], actor, question);
    }
    // Each conversation in a question costs as much as a word, so the newest entries are looked at without any.
    // That is enough for rare words, and for whoever may read much.
    const limit = question.limit * LOOKED_AT;
    const looked = await store.all(index.newest(actor, { ...question, limit }));
    const found = looked.flatMap(({ id }) => id ?? []).slice(0, question.limit);
    if (found.length === question.limit || looked.length < limit) return found;
    const below = {
      ...question,
      before_id: looked.at(-1)!.place,
      limit: question.limit - found.length,
    };
    return [...found, ...await idsIn(await scopesOf(actor), actor, below)];
  }

  async function idsIn(
    readable: readonly string[],
    actor: Actor,
    question: SearchAsked,
  ): Promise<number[]> {
    if (readable.length === 0) return [];
    const scopes = [readable, ...question.scopes];
    return (await store.all(index.found(actor, { ...question, scopes }))).map(({ id }) => id);
  }

  /** Words of the index for everything that is open to the actor. */
  async function scopesOf(actor: Actor): Promise<string[]> {
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
