/** What one person wants of one conversation. */
import { query, sql, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Statement } from "./store.ts";

/** On top of one's own list since `pinned_at`; null lets it go. */
export function pin(row: NewRow<"conversation_settings">): Statement {
  return write(
    query.insertInto("conversation_settings").values(row).onConflict((conflict) =>
      conflict.columns(["conversation_id", "actor_id"])
        .doUpdateSet({ pinned_at: sql`excluded.pinned_at`, updated_at: sql`excluded.updated_at` })
    ),
  );
}

/** Notices are wanted again from `muted_until` on; null wants them at once. */
export function mute(row: NewRow<"conversation_settings">): Statement {
  return write(
    query.insertInto("conversation_settings").values(row).onConflict((conflict) =>
      conflict.columns(["conversation_id", "actor_id"])
        .doUpdateSet({ muted_until: sql`excluded.muted_until`, updated_at: sql`excluded.updated_at` })
    ),
  );
}
