/**
 * What admins did: written in the batch of the act itself, never changed, never removed.
 */
import { query, read, write } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export type AuditRecord = Row<"audit">;

/** Records one act. `details` is a JSON object without secrets or message texts. */
export function append(record: NewRow<"audit">): Statement {
  return write(query.insertInto("audit").values(record));
}

export interface AuditFilter {
  readonly workspace_id: number;
  /** Only records with a smaller id: the last one of the page before. */
  readonly before?: number;
  readonly actor_id?: number;
  readonly action?: string;
  readonly limit: number;
}

/** The acts in one workspace, newest first. */
export function list({ workspace_id, before, actor_id, action, limit }: AuditFilter): Query<AuditRecord> {
  let found = query.selectFrom("audit")
    .select([
      "id",
      "workspace_id",
      "actor_id",
      "action",
      "entity",
      "entity_id",
      "details",
      "ip",
      "created_at",
    ])
    .where("workspace_id", "=", workspace_id);
  if (before !== undefined) found = found.where("id", "<", before);
  if (actor_id !== undefined) found = found.where("actor_id", "=", actor_id);
  if (action !== undefined) found = found.where("action", "=", action);
  return read(found.orderBy("id", "desc").limit(limit));
}
