import type { Report, ReportReason, ReportStatus } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as audit from "@/db/audit.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import * as messageRows from "@/db/messages.ts";
import * as reports from "@/db/reports.ts";
import type { ReportFilter, ReportRow } from "@/db/reports.ts";
import { UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Grant } from "./access.ts";
import { isStaff } from "./actor.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import type { Commit } from "./commit.ts";
import type { Details } from "./details.ts";
import { toMessage, toTime } from "./entities.ts";
import type { Messages } from "./messages.ts";
import { toUser } from "./people.ts";
import type { Ranks } from "./ranks.ts";

/** What the audit calls an act, by what a report became. */
const ACTIONS: Readonly<Record<ReportStatus, string>> = {
  open: "report.reopen",
  resolved: "report.resolve",
  dismissed: "report.dismiss",
};

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly commit: Commit;
  readonly details: Details;
  readonly ranks: Ranks;
  readonly messages: Messages;
}

/** Reports of messages: made by whoever reads them, seen by admins alone, never by the author. */
export function createReports(deps: Deps) {
  const { store, now, nextId, commit, details, ranks, messages: { find } } = deps;

  /**
   * Reports a message. The same person reporting it again changes nothing.
   * @returns the report's id, and whether it is a new one
   * @throws AppError `not_found` also for a deleted message, `forbidden` for one's own and for lines of the
   *   system, `conflict`, `unavailable`
   */
  async function file(
    actor: Actor,
    message_id: number,
    { reason, text }: { reason: ReportReason; text: string },
  ): Promise<{ id: number; is_new: boolean }> {
    return await twice(async () => {
      const { grant, row } = await find(actor, message_id);
      if (row.deleted_at !== null) throw new AppError("not_found");
      if (row.kind === "system" || row.person_id === actor.id) throw new AppError("forbidden");
      const first = await store.get(reports.ofReporter(actor.id, message_id));
      if (first) return { id: first.id, is_new: false };
      const id = nextId();
      return await commit(filing(grant, { id, message_id, reason, text }), () => ({ id, is_new: true }))
        .catch(async (error) => {
          if (!(error instanceof UniqueViolation)) throw error;
          // They did it twice at the same moment.
          return { id: (await store.get(reports.ofReporter(actor.id, message_id)))!.id, is_new: false };
        });
    });
  }

  function filing(
    { actor, conversation, ground }: Grant,
    report: { id: number; message_id: number; reason: string; text: string },
  ) {
    const { conversation_id, workspace_id } = conversation;
    const created_at = now();
    const right = { ground, voice: "not needed" } as const;
    return [
      conversations.stands({ asker: actor, right, conversation_id, at: created_at }),
      reports.insert({ ...report, conversation_id, workspace_id, reporter_id: actor.id, created_at }),
      changes.append({
        workspace_id,
        conversation_id,
        entity: "report",
        entity_id: report.id,
        verb: "created",
        actor_id: actor.id,
        created_at,
      }),
    ];
  }

  /** The queue, newest first. @throws AppError `forbidden` unless staff */
  async function list(
    actor: Actor,
    { limit, ...filter }: ReportFilter,
  ): Promise<{ reports: Report[]; more: boolean }> {
    requireStaff(actor);
    // One more than wanted tells whether there are more.
    const rows = await store.all(reports.list(actor.workspace_id, { ...filter, limit: limit + 1 }));
    return { reports: await describe(actor, rows.slice(0, limit)), more: rows.length > limit };
  }

  /**
   * Says what became of a report, and leaves an audit record.
   * @throws AppError `forbidden` unless staff, `not_found`, `conflict`
   */
  async function handle(actor: Actor, id: number, status: ReportStatus, ip: string): Promise<Report> {
    requireStaff(actor);
    await twice(async () => {
      const row = await store.get(reports.find(actor.workspace_id, id));
      if (!row) throw new AppError("not_found");
      if (row.status === status) return;
      const at = now();
      await store.batch([
        memberships.hasRole(actor.workspace_id, actor.id, actor.role!),
        reports.handle(actor, row, status, at),
        audit.append({
          id: nextId(),
          workspace_id: actor.workspace_id,
          actor_id: actor.id,
          action: ACTIONS[status],
          entity: "report",
          entity_id: id,
          details: JSON.stringify({ message_id: row.message_id, from: row.status, to: status }),
          ip,
          created_at: at,
        }),
      ]);
    });
    const row = await store.get(reports.find(actor.workspace_id, id));
    return (await describe(actor, [row!]))[0]!;
  }

  /** Reports with their messages: as many queries for one as for a page. */
  async function describe(actor: Actor, rows: readonly ReportRow[]): Promise<Report[]> {
    if (rows.length === 0) return [];
    const ids = [...new Set(rows.map((row) => row.message_id))];
    const found = await store.all(messageRows.findAll(actor, ids));
    const tiers = await ranks.of(actor.workspace_id);
    const beside = { ...await details.ofMessages(actor, found), reads: null, tiers };
    const shown = new Map(found.map((row) => [row.id, toMessage(row, beside)]));
    return rows.map((row) => ({
      id: row.id,
      reason: row.reason as ReportReason,
      text: row.text,
      status: row.status,
      created_at: toTime(row.created_at),
      reporter: toUser(row, tiers),
      message: shown.get(row.message_id)!,
      conversation: { id: row.conversation_id, kind: row.conversation_kind, name: row.conversation_name },
      handled_by: row.handled_by,
      handled_at: row.handled_at === null ? null : toTime(row.handled_at),
    }));
  }

  return { file, list, handle };
}

export type Reports = ReturnType<typeof createReports>;

function requireStaff(actor: Actor): void {
  if (!isStaff(actor)) throw new AppError("forbidden");
}
