import { expecting, query, read } from "./query.ts";
import type { Query, Statement } from "./store.ts";
import type { NewRow } from "./schema.ts";

export interface WorkspaceRow {
  id: number;
  slug: string;
  name: string;
  language: string;
  time_zone: string;
  registration: "open" | "invite" | "closed";
}

const columns = ["id", "slug", "name", "language", "time_zone", "registration"] as const;

export function byId(id: number): Query<WorkspaceRow> {
  return read(
    query.selectFrom("workspaces").select(columns).where("id", "=", id).where("deleted_at", "is", null),
  );
}

export function bySlug(slug: string): Query<WorkspaceRow> {
  return read(
    query.selectFrom("workspaces").select(columns).where("slug", "=", slug).where("deleted_at", "is", null),
  );
}

/** What its admins have set, as JSON, and the language it speaks. */
export function settings(id: number): Query<{ settings: string; language: string }> {
  return read(query.selectFrom("workspaces").select(["settings", "language"]).where("id", "=", id));
}

/** Replaces the settings; undoes the batch unless they are still what they `was`. */
export function replaceSettings(id: number, was: string, settings: string): Statement {
  return expecting(
    1,
    query.updateTable("workspaces").set({ settings }).where("id", "=", id).where("settings", "=", was),
  );
}

/** The workspace, its global room, and the actor that writes its system lines. */
export function insert(
  workspace: NewRow<"workspaces">,
  { global_id, system_id }: { global_id: number; system_id: number },
): Statement[] {
  const { id, created_at } = workspace;
  return [
    expecting(1, query.insertInto("workspaces").values(workspace)),
    expecting(
      1,
      query.insertInto("actors").values({
        id: system_id,
        kind: "system",
        workspace_id: id,
        name: null,
        created_at,
      }),
    ),
    expecting(
      1,
      query.insertInto("conversations").values({
        id: global_id,
        workspace_id: id,
        kind: "global",
        name: null,
        unique_key: "global",
        last_activity_at: created_at,
        created_by: system_id,
        created_at,
      }),
    ),
  ];
}

export function update(
  id: number,
  changes: Partial<Pick<WorkspaceRow, "name" | "language" | "time_zone" | "registration">>,
): Statement {
  return expecting(1, query.updateTable("workspaces").set(changes).where("id", "=", id));
}
