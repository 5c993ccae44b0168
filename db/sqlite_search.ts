/**
 * The index of words as SQLite has it: FTS5 (https://sqlite.org/fts5.html). What another database would do
 * otherwise stands here and in its migration, and nowhere else.
 */
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import type { RawBuilder } from "kysely";
import { EPOCH_2024, firstAt } from "./ids.ts";
import { query, read, sql, template } from "./query.ts";
import type { Asker } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

/** A message as it goes into the index: words with a space between them. */
export interface Entry {
  readonly id: number;
  readonly words: string;
  readonly file_names: string;
  readonly scope: string;
}

/**
 * Puts a message into the index, in place of what stood there of it. Within a batch oldest first: an id below the
 * one before it ends a segment.
 */
export function put({ id, words, file_names, scope }: Entry): Statement {
  return {
    sql: "insert or replace into message_words (rowid, words, file_names, scope) values (?, ?, ?, ?)",
    parameters: [id, words, file_names, scope],
  };
}

/** Takes a message out of the index, if it is in it. */
export function remove(id: number): Statement {
  return { sql: "delete from message_words where rowid = ?", parameters: [id] };
}

/** Empties the index. */
export function clear(): Statement {
  return { sql: "insert into message_words (message_words) values ('delete-all')", parameters: [] };
}

/** Merges segments of the index, writing about so many pages: a few milliseconds' work. */
export function merge(pages: number): Statement {
  return { sql: "insert into message_words (message_words, rank) values ('merge', ?)", parameters: [pages] };
}

/** Words that must follow each other, normalised; of an open one the last is how a word begins. */
export interface Phrase {
  readonly words: readonly string[];
  readonly open: boolean;
}

export interface SearchAsked {
  /** Each must stand in the text or the files' names. */
  readonly phrases: readonly Phrase[];
  /** Of each list one must be in the message's scope. */
  readonly scopes: readonly (readonly string[])[];
  /** Kinds of conversation that are open to the asker, and those open to who takes part. */
  readonly open: readonly ConversationKind[];
  readonly joined: readonly ConversationKind[];
  /** Only messages with a smaller id. */
  readonly before_id?: number;
  /** Only messages of this time: epoch milliseconds, the second is behind it. */
  readonly from?: number;
  readonly until?: number;
  readonly limit: number;
}

/** By how much the time in an id may differ from the time of its message, in milliseconds. */
const SLACK = 60_000;

/**
 * Ids of the messages found, newest first. The scopes keep it to what the asker may read; that is asked again of
 * the conversations as they are now.
 */
export function found(asker: Asker, asked: SearchAsked): Query<{ id: number }> {
  return finding(asker, asked);
}

const finding = ofKinds((asked, kinds) =>
  sql<{ id: number }>`select m.id from message_words w
      cross join messages m on m.id = w.rowid
      cross join conversations c on c.id = m.conversation_id
      where ${matches(asked)} and ${isReadable(asked, kinds)}
      order by w.rowid desc limit ${asked.limit}`
);

/** An entry of the index, and the message's id if the asker may read it. */
export interface Looked {
  place: number;
  id: number | null;
}

/**
 * The newest entries of the index that have all of it, newest first, whoever may read them: at most `limit`. What
 * they are is told of those alone that the asker may read now.
 */
export function newest(asker: Asker, asked: SearchAsked): Query<Looked> {
  return looking(asker, asked);
}

const looking = ofKinds((asked, kinds) =>
  sql<Looked>`select w.place,
        (select m.id from messages m cross join conversations c on c.id = m.conversation_id
          where m.id = w.place and ${isReadable(asked, kinds)}) as id
      from (select w.rowid as place from message_words w where ${matches(asked)}
        order by w.rowid desc limit ${asked.limit}) w
      order by w.place desc`
);

/** What changes from one search to the next. */
interface Filling {
  readonly actor_id: number;
  readonly workspace_id: number;
  /** In the language of FTS5. */
  readonly match: string;
  /** Ids of the index: from `above`, before `below`. */
  readonly above: number;
  readonly below: number;
  readonly from: number;
  readonly until: number;
  readonly limit: number;
}

type Kinds = Pick<SearchAsked, "open" | "joined">;

/** A template for each set of kinds that is asked with: as many as there are roles. */
function ofKinds<Row>(
  build: (asked: Filling, kinds: Kinds) => RawBuilder<Row>,
): (asker: Asker, asked: SearchAsked) => Query<Row> {
  const templates = new Map<string, (asked: Filling) => Query<Row>>();
  return (asker, asked) => {
    const { open, joined } = asked;
    const name = `${open} ${joined}`;
    let fill = templates.get(name);
    if (!fill) {
      fill = template((values) => read({ compile: () => build(values, { open, joined }).compile(query) }));
      templates.set(name, fill);
    }
    return fill(fillingOf(asker, asked));
  };
}

function fillingOf(asker: Asker, asked: SearchAsked): Filling {
  const { before_id = Number.MAX_SAFE_INTEGER, from, until, limit } = asked;
  return {
    actor_id: asker.id,
    workspace_id: asker.workspace_id,
    match: matchOf(asked),
    above: from === undefined ? 0 : firstAt(Math.max(from - SLACK, EPOCH_2024)),
    below: until === undefined ? before_id : Math.min(before_id, firstAt(until + SLACK)),
    from: from ?? 0,
    until: until ?? Number.MAX_SAFE_INTEGER,
    limit,
  };
}

/** Whether an entry `w` has the words and scopes, and its id is of the time. */
function matches({ match, above, below }: Filling): RawBuilder<boolean> {
  return sql`w.message_words match ${match} and w.rowid < ${below} and w.rowid >= ${above}`;
}

/** Whether a message `m` of a conversation `c` is of the time, and open to the asker as things are now. */
function isReadable(asked: Filling, { open, joined }: Kinds): RawBuilder<boolean> {
  const { actor_id, workspace_id, from, until } = asked;
  const among = (kinds: readonly ConversationKind[]) => sql.join(kinds.map((kind) => sql.lit(kind)));
  const takesPart = sql<boolean>`exists (select 1 from participants p where p.conversation_id = c.id
    and p.actor_id = ${actor_id} and p.left_at is null)`;
  return sql`m.workspace_id = ${workspace_id} and m.kind = 'text' and m.deleted_at is null
    and m.created_at >= ${from} and m.created_at < ${until}
    and c.workspace_id = ${workspace_id} and c.deleted_at is null
    and (c.kind in (${among(open)}) or (c.kind in (${among(joined)}) and ${takesPart}))`;
}

/** Everything is a quoted string: what people type is never an operator. */
function matchOf({ phrases, scopes }: SearchAsked): string {
  return [
    ...phrases.map(({ words, open }) => `{words file_names} : "${words.join(" ")}"${open ? " *" : ""}`),
    ...scopes.map((tokens) => `scope : (${tokens.map((token) => `"${token}"`).join(" OR ")})`),
  ].join(" AND ");
}
