/**
 * Ids of rows, made by the program before it writes them, so that one batch can use an id in many places.
 *
 * An id is an integer below 2^53: milliseconds since 2024 in the upper 41 bits, a counter in the lower 12.
 * It grows with time, so ordering by id is ordering by age, and new rows land at the end of an index.
 * The range ends in September 2093. More than 4096 ids in a millisecond borrow from the next one.
 *
 * One process makes the ids of one database; more than one would each need a share of the counter.
 */
import { query, read, sql } from "./query.ts";
import type { Query } from "./store.ts";

/** 2024-01-01T00:00:00Z in epoch milliseconds. */
export const EPOCH_2024 = 1_704_067_200_000;
const IDS_PER_MILLISECOND = 4096;

/**
 * Makes the function that gives the next id: strictly greater than every one before it and than `last`,
 * also when the clock is set back.
 * @param now epoch milliseconds
 * @param last the greatest id in the database, from {@link greatest}; 0 for an empty one
 */
export function createIds({ now, last = 0 }: { now: () => number; last?: number }): () => number {
  return () => {
    last = Math.max(last + 1, Math.floor((now() - EPOCH_2024) * IDS_PER_MILLISECOND));
    if (!Number.isSafeInteger(last)) throw new RangeError("the clock is beyond the range of ids");
    return last;
  };
}

/** When an id was made, in epoch milliseconds (approximately: see borrowing above). */
export function timeOf(id: number): number {
  return Math.floor(id / IDS_PER_MILLISECOND) + EPOCH_2024;
}

/** The least id that can have been made at `time`: turns "before this day" into a search by key. */
export function firstAt(time: number): number {
  return Math.max(0, (time - EPOCH_2024) * IDS_PER_MILLISECOND);
}

/** The greatest id given to any row so far; what the clock said yesterday may lie ahead of it today. */
export function greatest(): Query<{ id: number }> {
  const tables = [
    "workspaces",
    "actors",
    "sessions",
    "conversations",
    "messages",
    "message_history",
    "files",
    "attachments",
    "reactions",
    "reports",
    "sites",
    "tickets",
    "audit",
  ] as const;
  const maxima = tables.map((table) => sql`select max(id) as id from ${sql.table(table)}`);
  return read(
    query.selectFrom(sql<{ id: number | null }>`(${sql.join(maxima, sql` union all `)})`.as("maxima"))
      .select(sql<number>`coalesce(max(id), 0)`.as("id")),
  );
}
