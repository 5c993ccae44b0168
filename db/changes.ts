/**
 * The global log of changes, in the order of commits. Search, push and webhooks follow it with a cursor.
 */
import { query, read, template, write } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export type Change = Row<"changes">;

const insert = template((change: Omit<Change, "cursor">) =>
  write(
    query.insertInto("changes").values({
      workspace_id: change.workspace_id,
      conversation_id: change.conversation_id,
      entity: change.entity,
      entity_id: change.entity_id,
      verb: change.verb,
      actor_id: change.actor_id,
      created_at: change.created_at,
    }),
  )
);

/** Records one change; belongs in the batch that makes it, so that neither is ever without the other. */
export function append(change: Omit<NewRow<"changes">, "cursor">): Statement {
  return insert({
    ...change,
    conversation_id: change.conversation_id ?? null,
    actor_id: change.actor_id ?? null,
  });
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
