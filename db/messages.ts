import type { Role } from "@/lib/protocol/entities.ts";
import { countOf } from "./conversations.ts";
import { personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { expecting, listTemplate, query, read, readShared, sql, template } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Asker } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

/** What a message quotes; all null where it is no reply. */
export interface QuoteRow {
  quote_id: number | null;
  quote_seq: number | null;
  quote_content: string | null;
  quote_deleted_at: number | null;
  quote_author_id: number | null;
  quote_author_name: string | null;
  quote_username: string | null;
  quote_first_name: string | null;
  quote_last_name: string | null;
  quote_picture: string | null;
  quote_role: Role | null;
  quote_source: "app" | "site" | null;
  quote_source_name: string | null;
}

/** A message with its author and what it quotes. */
export interface MessageRow extends PersonRow, QuoteRow {
  id: number;
  conversation_id: number;
  client_id: string;
  kind: "text" | "system";
  content: string;
  /** JSON of a system line; see `Line` of the core. */
  params: string | null;
  seq: number;
  version: number;
  source: "app" | "site";
  /** What the site is called from which it came. */
  source_name: string | null;
  created_at: number;
  edited_at: number | null;
  deleted_at: number | null;
  pinned_at: number | null;
  attachment_count: number;
}

/** Characters of a quoted message that travel with the reply. */
const QUOTE_LENGTH = 160;

const quoteColumns = [
  "q.id as quote_id",
  "q.seq as quote_seq",
  sql<string | null>`substr(q.content, 1, ${sql.raw(String(QUOTE_LENGTH))})`.as("quote_content"),
  "q.deleted_at as quote_deleted_at",
  "q.author_id as quote_author_id",
  "qa.name as quote_author_name",
  "qu.username as quote_username",
  "qu.first_name as quote_first_name",
  "qu.last_name as quote_last_name",
  "qu.picture as quote_picture",
  "qs.role as quote_role",
  "q.source as quote_source",
  "qw.name as quote_source_name",
] as const;

/** Where a query of whole messages begins. */
export const messages = () =>
  query.selectFrom("messages as m").innerJoin("actors as a", "a.id", "m.author_id")
    .leftJoin("users as u", "u.id", "a.id")
    .leftJoin(
      "memberships as s",
      (join) => join.onRef("s.workspace_id", "=", "m.workspace_id").onRef("s.user_id", "=", "a.id"),
    )
    .leftJoin("messages as q", "q.id", "m.reply_to")
    .leftJoin("actors as qa", "qa.id", "q.author_id")
    .leftJoin("users as qu", "qu.id", "q.author_id")
    .leftJoin(
      "memberships as qs",
      (join) => join.onRef("qs.workspace_id", "=", "q.workspace_id").onRef("qs.user_id", "=", "q.author_id"),
    )
    .leftJoin("sites as qw", "qw.id", "q.source_id")
    .leftJoin("sites as ms", "ms.id", "m.source_id")
    .select([
      "m.id",
      "m.conversation_id",
      "m.client_id",
      "m.kind",
      "m.content",
      "m.params",
      "m.seq",
      "m.version",
      "m.source",
      "ms.name as source_name",
      "m.created_at",
      "m.edited_at",
      "m.deleted_at",
      "m.pinned_at",
      "m.attachment_count",
      ...quoteColumns,
    ])
    .select(personColumns);

/** One message of the asker's workspace; whether they may see it is asked of its conversation. */
export function find({ workspace_id }: Asker, id: number): Query<MessageRow> {
  return found({ workspace_id, id });
}

const found = template((asked: { workspace_id: number; id: number }) =>
  read<MessageRow>(messages().where("m.id", "=", asked.id).where("m.workspace_id", "=", asked.workspace_id))
);

/** Several at once, such as the last ones of a list. */
export function findAll(asker: Asker, ids: readonly number[]): Query<MessageRow> {
  return several(ids, { workspace_id: asker.workspace_id });
}

const several = listTemplate((ids: readonly number[], asked: { workspace_id: number }) =>
  readShared<MessageRow>(
    messages().where("m.id", "in", ids).where("m.workspace_id", "=", asked.workspace_id),
  )
);

/** The first message an author sent under this `client_id`. */
export function findSent(asker: Asker, client_id: string): Query<MessageRow> {
  return read(
    messages().where("m.author_id", "=", asker.id).where("m.client_id", "=", client_id)
      .where("m.workspace_id", "=", asker.workspace_id),
  );
}

/**
 * A message as a reply would quote it, only from the same conversation and not a deleted one; undoes the
 * batch where there is none.
 */
export function quoted(conversation_id: number, id: number): Statement<QuoteRow> {
  return quote({ conversation_id, id });
}

const quote = template((asked: { conversation_id: number; id: number }) =>
  expecting<QuoteRow>(
    1,
    query.selectFrom("messages as q").innerJoin("actors as qa", "qa.id", "q.author_id")
      .leftJoin("users as qu", "qu.id", "q.author_id")
      .leftJoin(
        "memberships as qs",
        (join) =>
          join.onRef("qs.workspace_id", "=", "q.workspace_id").onRef("qs.user_id", "=", "q.author_id"),
      )
      .leftJoin("sites as qw", "qw.id", "q.source_id").select(quoteColumns)
      .where("q.id", "=", asked.id).where("q.conversation_id", "=", asked.conversation_id)
      .where("q.deleted_at", "is", null).where("q.kind", "=", "text"),
  )
);

/** Which messages of a whole workspace are wanted. */
export interface Overlooked {
  readonly source?: "app" | "site";
  readonly source_id?: number;
  readonly conversation_id?: number;
  readonly author_id?: number;
  /** Only messages with a smaller id. */
  readonly before?: number;
  readonly limit: number;
}

/** Messages of a workspace wherever they stand, newest first, without lines of the system. */
export function overlooked(
  { workspace_id }: Pick<Asker, "workspace_id">,
  asked: Overlooked,
): Query<MessageRow> {
  const { source, source_id, conversation_id, author_id, before = Number.MAX_SAFE_INTEGER, limit } = asked;
  return read(
    messages().where("m.workspace_id", "=", workspace_id).where("m.kind", "<>", sql.lit("system"))
      .where("m.id", "<", before)
      .$if(source !== undefined, (q) => q.where("m.source", "=", sql.lit(source!)))
      // As its indexes say it.
      .$if(source === "site" || source_id !== undefined, (q) => q.where("m.source", "<>", sql.lit("app")))
      .$if(source_id !== undefined, (q) => q.where("m.source_id", "=", source_id!))
      .$if(author_id !== undefined, (q) => q.where("m.author_id", "=", author_id!))
      .$if(conversation_id !== undefined, (q) => q.where("m.conversation_id", "=", conversation_id!))
      // Within a conversation both grow together, and there the index goes by its place.
      .orderBy(conversation_id === undefined ? "m.id" : "m.seq", "desc").limit(limit),
  );
}

/** Which rows of a conversation's history are wanted. */
export interface Window {
  readonly limit: number;
  /** Only messages with a `seq` below it. */
  readonly below_seq?: number;
  /** Only messages with a `seq` above it: without `below_seq` the oldest of those come. */
  readonly above_seq?: number;
  /** System lines too; clients that know no such thing leave them out. */
  readonly system: boolean;
}

/** A page of history: newest first, oldest first with `above_seq` alone. */
export function history(conversation_id: number, window: Window): Query<MessageRow> {
  const { limit, below_seq: below = Number.MAX_SAFE_INTEGER, above_seq: above = 0, system } = window;
  const ascending = window.above_seq !== undefined && window.below_seq === undefined;
  return pages[`${ascending ? "asc" : "desc"} ${system}`]({ conversation_id, limit, below, above });
}

const historyPage = (direction: "asc" | "desc", system: boolean) =>
  template((asked: { conversation_id: number; limit: number; below: number; above: number }) =>
    readShared<MessageRow>(
      messages().where("m.conversation_id", "=", asked.conversation_id)
        .where("m.seq", "<", asked.below).where("m.seq", ">", asked.above)
        .$if(!system, (q) => q.where("m.kind", "<>", "system"))
        .orderBy("m.seq", direction).limit(asked.limit),
    )
  );

const pages = {
  "asc true": historyPage("asc", true),
  "asc false": historyPage("asc", false),
  "desc true": historyPage("desc", true),
  "desc false": historyPage("desc", false),
};

/** Where a message stands in its conversation. */
export function seqOf(conversation_id: number, id: number): Query<{ seq: number }> {
  return read(
    query.selectFrom("messages").select("seq").where("id", "=", id)
      .where("conversation_id", "=", conversation_id),
  );
}

/** Where a message stands: among ids, in its conversation, in time. */
export interface StandingAt {
  id: number;
  seq: number;
  created_at: number;
}

/** The first message that stands at a place or above it. */
export function firstFrom(conversation_id: number, seq: number): Query<StandingAt> {
  return firstStanding({ conversation_id, seq });
}

const firstStanding = template((asked: { conversation_id: number; seq: number }) =>
  read<StandingAt>(
    query.selectFrom("messages").select(["id", "seq", "created_at"]).where(
      "conversation_id",
      "=",
      asked.conversation_id,
    )
      .where("seq", ">=", asked.seq).orderBy("seq").limit(1),
  )
);

/**
 * How many system lines stand among the newest: those above the place that has `skip` other messages above
 * it. `last_seq` is the newest message that counts.
 */
export function systemLinesAbove(
  conversation_id: number,
  last_seq: number,
  skip: number,
): Query<{ count: number }> {
  return read(
    query.selectFrom((from) =>
      from.selectFrom("messages").select([
        "seq",
        sql<number>`row_number() over (order by seq desc)`.as("place"),
      ]).where("conversation_id", "=", conversation_id).where("kind", "=", sql.lit("system"))
        .where("seq", "<=", last_seq).as("lines")
    ).select(sql<number>`count(*)`.as("count"))
      .where(sql<boolean>`${last_seq} - seq - (place - 1) < ${skip}`),
  );
}

/** What changed above a version, oldest change first. */
export function changedAfter(conversation_id: number, version: number, limit: number): Query<MessageRow> {
  return changed({ conversation_id, version, limit });
}

const changed = template((asked: { conversation_id: number; version: number; limit: number }) =>
  read<MessageRow>(
    messages().where("m.conversation_id", "=", asked.conversation_id)
      .where("m.version", ">", asked.version).orderBy("m.version").limit(asked.limit),
  )
);

type Columns =
  | "id"
  | "conversation_id"
  | "workspace_id"
  | "author_id"
  | "client_id"
  | "content"
  | "created_at";

/** A text message about to be inserted. */
export type NewMessage = Required<Pick<NewRow<"messages">, Columns | "reply_to" | "attachment_count">>;

/** A line of the system about to be inserted. */
export type NewLine = Required<Pick<NewRow<"messages">, Columns | "params">>;

/** Where a message comes in: from a member, or from a visitor of that site. */
export type Source = { source: "app"; source_id: null } | { source: "site"; source_id: number };

const FROM_APP: Source = { source: "app", source_id: null };

/** Inserts a message under the `seq` and `version` its conversation was just raised to. */
export function insert(row: NewMessage, from: Source = FROM_APP): Statement {
  return inserting({ ...row, ...from });
}

const inserting = template((row: NewMessage & { source: Source["source"]; source_id: number | null }) =>
  expecting(
    1,
    query.insertInto("messages").values({
      id: row.id,
      conversation_id: row.conversation_id,
      workspace_id: row.workspace_id,
      author_id: row.author_id,
      client_id: row.client_id,
      content: row.content,
      reply_to: row.reply_to,
      created_at: row.created_at,
      attachment_count: row.attachment_count,
      source: row.source,
      source_id: row.source_id,
      seq: countOf("seq", row.conversation_id),
      version: countOf("version", row.conversation_id),
    }),
  )
);

/** Inserts a line under the `seq` and `version` its conversation was just raised to. */
export function insertLine(row: NewLine): Statement {
  return expecting(
    1,
    query.insertInto("messages").values({
      ...row,
      kind: "system",
      seq: countOf("seq", row.conversation_id),
      version: countOf("version", row.conversation_id),
    }),
  );
}

/** Puts aside what the message says now. */
export function keepHistory(row: Omit<NewRow<"message_history">, "content">): Statement {
  return expecting(
    1,
    query.insertInto("message_history")
      .columns(["id", "message_id", "workspace_id", "content", "replaced_at", "replaced_by"])
      .expression((eb) =>
        eb.selectFrom("messages").select([
          eb.val(row.id).as("id"),
          "messages.id as message_id",
          "messages.workspace_id",
          "messages.content",
          eb.val(row.replaced_at).as("replaced_at"),
          eb.val(row.replaced_by).as("replaced_by"),
        ]).where("messages.id", "=", row.message_id).where("messages.workspace_id", "=", row.workspace_id)
      ),
  );
}

/** Replaces the text, stamped with the version its conversation was just raised to. */
export function edit(conversation_id: number, id: number, content: string, at: number): Statement {
  return change(conversation_id, id, { content, edited_at: at });
}

/** Takes the text away and marks the message deleted, stamped like an edit. */
export function remove(conversation_id: number, id: number, by: number, at: number): Statement {
  return change(conversation_id, id, {
    content: "",
    attachment_count: 0,
    deleted_at: at,
    deleted_by: by,
    pinned_at: null,
    pinned_by: null,
  });
}

/** Counts one more attachment, stamped like an edit; undoes the batch where there are `max` already. */
export function countAttachment(conversation_id: number, id: number, max: number): Statement {
  return expecting(
    1,
    query.updateTable("messages").set((eb) => ({
      attachment_count: eb("attachment_count", "+", 1),
      version: countOf("version", conversation_id),
    })).where("id", "=", id).where("conversation_id", "=", conversation_id).where("deleted_at", "is", null)
      .where("kind", "=", "text").where("attachment_count", "<", max),
  );
}

/** Stamps what changed in something beside it; undoes the batch where it is deleted, or no text. */
export function stamp(conversation_id: number, id: number): Statement {
  return stamping({ conversation_id, id });
}

const stamping = template((asked: { conversation_id: number; id: number }) =>
  expecting(
    1,
    query.updateTable("messages").set({ version: countOf("version", asked.conversation_id) })
      .where("id", "=", asked.id).where("conversation_id", "=", asked.conversation_id)
      .where("deleted_at", "is", null).where("kind", "=", "text"),
  )
);

function change(
  conversation_id: number,
  id: number,
  set: Partial<
    {
      content: string;
      attachment_count: number;
      edited_at: number;
      deleted_at: number;
      deleted_by: number;
      pinned_at: null;
      pinned_by: null;
    }
  >,
): Statement {
  return expecting(
    1,
    query.updateTable("messages").set({ ...set, version: countOf("version", conversation_id) })
      .where("id", "=", id).where("conversation_id", "=", conversation_id).where("deleted_at", "is", null),
  );
}

/** What a message said before, and who replaced it when. */
export interface HistoryRow extends PersonRow {
  id: number;
  content: string;
  replaced_at: number;
}

/** Earlier texts of a message, newest first. */
export function historyOf({ workspace_id }: Asker, message_id: number, limit: number): Query<HistoryRow> {
  return read(
    query.selectFrom("message_history as h").innerJoin("actors as a", "a.id", "h.replaced_by")
      .leftJoin("users as u", "u.id", "a.id")
      .leftJoin(
        "memberships as s",
        (join) => join.onRef("s.workspace_id", "=", "h.workspace_id").onRef("s.user_id", "=", "a.id"),
      )
      .select(["h.id", "h.content", "h.replaced_at", ...personColumns])
      .where("h.message_id", "=", message_id).where("h.workspace_id", "=", workspace_id)
      .orderBy("h.id", "desc").limit(limit),
  );
}
