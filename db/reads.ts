import { query, sql, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Statement } from "./store.ts";

/** Moves a person's reading mark forward; changes no row where it already stands there or further. */
export function advance(row: NewRow<"reads">): Statement {
  return write(
    query.insertInto("reads").values(row).onConflict((conflict) =>
      conflict.columns(["conversation_id", "actor_id"])
        .doUpdateSet({ seq: sql`excluded.seq`, updated_at: sql`excluded.updated_at` })
        .where("reads.seq", "<", row.seq)
    ),
  );
}
