import { listTemplate, query, read, sql, template, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

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

/** How far one participant has read, and when they last read on; null for who never did. */
export interface ReceiptRow {
  actor_id: number;
  seq: number;
  updated_at: number | null;
}

/** How far the participants of a conversation have read, of whoever joined first up to `limit`. */
export function ofParticipants(conversation_id: number, limit: number): Query<ReceiptRow> {
  return receiptsOf({ conversation_id, limit });
}

const receiptsOf = template((asked: { conversation_id: number; limit: number }) =>
  read<ReceiptRow>(
    query.selectFrom("participants as p")
      .leftJoin(
        "reads as r",
        (join) =>
          join.onRef("r.conversation_id", "=", "p.conversation_id").onRef("r.actor_id", "=", "p.actor_id"),
      )
      .select(["p.actor_id", sql<number>`coalesce(r.seq, 0)`.as("seq"), "r.updated_at"])
      .where("p.conversation_id", "=", asked.conversation_id).where("p.left_at", "is", null)
      .orderBy("p.joined_at").orderBy("p.actor_id").limit(asked.limit),
  )
);

export interface OutsideRow extends ReceiptRow {
  conversation_id: number;
}

/** Of those who are in none of these conversations and read there, who has read furthest in each. */
export function furthestOutside(conversation_ids: readonly number[]): Query<OutsideRow> {
  return furthestAmong(conversation_ids, {});
}

const furthestAmong = listTemplate((ids: readonly number[]) =>
  read<OutsideRow>(
    query.selectFrom(
      query.selectFrom("reads as r")
        .leftJoin(
          "participants as p",
          (join) =>
            join.onRef("p.conversation_id", "=", "r.conversation_id").onRef("p.actor_id", "=", "r.actor_id")
              .on("p.left_at", "is", null),
        )
        .select(["r.conversation_id", "r.actor_id", "r.seq", "r.updated_at"])
        .select(
          sql<number>`row_number() over (partition by r.conversation_id order by r.seq desc, r.actor_id)`
            .as("place"),
        )
        .where("r.conversation_id", "in", ids).where("p.actor_id", "is", null).as("f"),
    )
      .select(["f.conversation_id", "f.actor_id", "f.seq", "f.updated_at"]).where("f.place", "=", 1),
  )
);
