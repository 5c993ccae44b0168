/**
 * The global log of changes, in the order of commits. Search, push and webhooks follow it with a cursor.
 */
import { query, read, write } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export type Change = Row<"changes">;

/** Records one change; belongs in the batch that makes it, so that neither is ever without the other. */
export function append(change: Omit<NewRow<"changes">, "cursor">): Statement {
  return write(query.insertInto("changes").values(change));
}

/** What came after `cursor` (0: from the beginning), oldest first. The last row's cursor is the next one. */
export function after(cursor: number, limit: number): Query<Change> {
  return read(
    query.selectFrom("changes")
      .select([
        "cursor",
        "workspace_id",
        "conversation_id",
        "entity",
        "entity_id",
        "verb",
        "actor_id",
        "created_at",
      ])
      .where("cursor", ">", cursor)
      .orderBy("cursor")
      .limit(limit),
  );
}

/** The newest cursor, 0 in an empty log: where a follower begins that wants no past. */
export function latest(): Query<{ cursor: number }> {
  return read(
    query.selectFrom("changes").select(({ fn, lit }) => fn.coalesce(fn.max("cursor"), lit(0)).as("cursor")),
  );
}
