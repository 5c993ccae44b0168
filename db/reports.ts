/** Messages that somebody thinks an admin should look at. */
import { personColumns } from "./people.ts";
import type { PersonRow } from "./people.ts";
import { expecting, query, read } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Asker } from "./standing.ts";
import type { Query, Statement } from "./store.ts";
import type { ConversationKind } from "@/lib/protocol/entities.ts";

/** A report with whoever made it and where. */
export interface ReportRow extends PersonRow {
  id: number;
  message_id: number;
  reason: string;
  text: string;
  status: Row<"reports">["status"];
  handled_by: number | null;
  handled_at: number | null;
  created_at: number;
  conversation_id: number;
  conversation_kind: ConversationKind;
  conversation_name: string | null;
}

/** Files a report; a second one of the same person on the same message is no new row and undoes the batch. */
export function insert(row: NewRow<"reports">): Statement {
  return expecting(1, query.insertInto("reports").values(row));
}

/** What somebody reported before. */
export function ofReporter(reporter_id: number, message_id: number): Query<{ id: number }> {
  return read(
    query.selectFrom("reports").select("id")
      .where("message_id", "=", message_id).where("reporter_id", "=", reporter_id),
  );
}

export interface ReportFilter {
  readonly status?: ReportRow["status"];
  /** Only reports with a smaller id. */
  readonly before?: number;
  readonly limit: number;
}

/** The reports of a workspace, newest first. */
export function list(workspace_id: number, { status, before, limit }: ReportFilter): Query<ReportRow> {
  return read(
    reports(workspace_id).$if(status !== undefined, (q) => q.where("r.status", "=", status!))
      .where("r.id", "<", before ?? Number.MAX_SAFE_INTEGER).orderBy("r.id", "desc").limit(limit),
  );
}

export function find(workspace_id: number, id: number): Query<ReportRow> {
  return read(reports(workspace_id).where("r.id", "=", id));
}

function reports(workspace_id: number) {
  return query.selectFrom("reports as r").innerJoin("conversations as c", "c.id", "r.conversation_id")
    .innerJoin("actors as a", "a.id", "r.reporter_id").leftJoin("users as u", "u.id", "a.id")
    .leftJoin(
      "memberships as s",
      (join) => join.onRef("s.workspace_id", "=", "r.workspace_id").onRef("s.user_id", "=", "a.id"),
    )
    .select([
      "r.id",
      "r.message_id",
      "r.reason",
      "r.text",
      "r.status",
      "r.handled_by",
      "r.handled_at",
      "r.created_at",
      "r.conversation_id",
      "c.kind as conversation_kind",
      "c.name as conversation_name",
      ...personColumns,
    ])
    .where("r.workspace_id", "=", workspace_id);
}

/** What an admin made of it; undoes the batch unless it still stands as it was found. */
export function handle(
  { id: by, workspace_id }: Asker,
  { id, status: was }: Pick<ReportRow, "id" | "status">,
  status: ReportRow["status"],
  at: number,
): Statement {
  const handled = status === "open"
    ? { handled_by: null, handled_at: null }
    : { handled_by: by, handled_at: at };
  return expecting(
    1,
    query.updateTable("reports").set({ status, ...handled })
      .where("id", "=", id).where("workspace_id", "=", workspace_id).where("status", "=", was),
  );
}
