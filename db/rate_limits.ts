/** Where limits stand that must hold across a restart. */
import { query, read, sql, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

export type KeptArrival = NewRow<"rate_limits">;

/** Keeps where some keys stand now. */
export function keep(rows: readonly KeptArrival[]): Statement {
  return write(
    query.insertInto("rate_limits").values(rows).onConflict((conflict) =>
      conflict.columns(["rule", "key"]).doUpdateSet({ arrival_at: sql`excluded.arrival_at` })
    ),
  );
}

/** Those that still limit anything at that time, the latest first. */
export function standing(at: number, limit: number): Query<KeptArrival> {
  return read(
    query.selectFrom("rate_limits").select(["rule", "key", "arrival_at"]).where("arrival_at", ">", at)
      .orderBy("arrival_at", "desc").limit(limit),
  );
}

/** Forgets those that limit nothing any more. */
export function sweep(at: number): Statement {
  return write(query.deleteFrom("rate_limits").where("arrival_at", "<=", at));
}
