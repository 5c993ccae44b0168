/** What customers asked: rows around conversations of the kind `ticket`. */
import { expecting, listTemplate, query, read, sql, template } from "./query.ts";
import type { NewRow } from "./schema.ts";
import { mayOpen } from "./standing.ts";
import type { Asker } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

export interface TicketRow {
  id: number;
  number: number;
  conversation_id: number;
}

/** The ticket of a visitor that is not closed yet: there is never more than one. */
export function findOpen(visitor: Asker): Query<TicketRow> {
  return openOf({ id: visitor.id, workspace_id: visitor.workspace_id });
}

const openOf = template((visitor: { id: number; workspace_id: number }) =>
  read<TicketRow>(
    query.selectFrom("tickets").select(["id", "number", "conversation_id"])
      .where("customer_id", "=", visitor.id).where("workspace_id", "=", visitor.workspace_id)
      .where("site_id", "is not", null).where("status", "<>", "CLOSED"),
  )
);

export interface TicketHeadRow {
  conversation_id: number;
  number: number;
  customer_id: number;
  email: string | null;
  verified_at: number | null;
  site_name: string | null;
}

/** Who asks in these conversations, and from where: for who answers there. */
export function headsOf(workspace_id: number, conversation_ids: readonly number[]): Query<TicketHeadRow> {
  return headsAmong(conversation_ids, { workspace_id });
}

const headsAmong = listTemplate((ids: readonly number[], { workspace_id }: { workspace_id: number }) =>
  read<TicketHeadRow>(
    query.selectFrom("tickets as t").leftJoin("guests as v", "v.id", "t.customer_id")
      // Also of a site that was cut off or removed: who asked came from there.
      .leftJoin("sites as w", "w.id", "t.site_id")
      .select(["t.conversation_id", "t.number", "t.customer_id", "v.email", "v.verified_at"])
      .select("w.name as site_name")
      .where("t.conversation_id", "in", ids).where("t.workspace_id", "=", workspace_id),
  )
);

/** What stands between a visitor and a ticket; no row where their site is cut off. */
export function doorOf(visitor: Asker): Query<{ mode: string; locked: 0 | 1; is_unvouched: 0 | 1 }> {
  return read(
    query.selectFrom("guests as v").innerJoin("sites as w", "w.id", "v.site_id")
      .select(["w.mode", "w.locked"])
      .select(
        sql<0 | 1>`case when w.require_verified = 1 and v.verified_at is null then 1 else 0 end`
          .as("is_unvouched"),
      )
      .where("v.id", "=", visitor.id).where("v.workspace_id", "=", visitor.workspace_id)
      .where("w.revoked_at", "is", null).where("w.deleted_at", "is", null),
  );
}

/** Undoes its batch unless that visitor may begin a ticket. */
export function isWelcome(visitor: Asker): Statement {
  return expecting(
    1,
    query.selectFrom("guests").select("id").where("id", "=", visitor.id).where(mayOpen(visitor)),
  );
}

/** A new ticket under the next number of its workspace. */
export function insert(row: Omit<NewRow<"tickets">, "number">): Statement<{ number: number }> {
  return expecting(
    1,
    query.insertInto("tickets").values((eb) => ({
      ...row,
      number: eb.selectFrom("tickets").where("workspace_id", "=", row.workspace_id)
        .select(sql<number>`coalesce(max(number), 0) + 1`.as("next")),
    })).returning("number"),
  );
}
