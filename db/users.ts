/** People with an account. What they are in a workspace stands in `memberships`. */
import { expecting, query, read, sql, template, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";
import type { NewRow, UsersTable } from "./schema.ts";
import type { Role } from "@/lib/protocol/entities.ts";
import { personColumns, type PersonRow } from "./people.ts";

/** What signing in needs to know. */
export interface CredentialsRow {
  id: number;
  email: string;
  password_hash: string;
}

/** Somebody as they see themselves, in one workspace. */
export interface MeRow extends PersonRow {
  email: string;
  language: string | null;
  calendar: string | null;
  theme: string | null;
  role: Role;
  muted_until: number | null;
  workspace_id: number;
  workspace_slug: string;
  workspace_name: string;
  workspace_language: string;
  workspace_time_zone: string;
  time_zone: string | null;
  /** JSON object. */
  notifications: string;
}

export function credentialsByEmail(email_key: string): Query<CredentialsRow> {
  return read(
    query.selectFrom("users").select(["id", "email", "password_hash"])
      .where("email_key", "=", email_key).where("deleted_at", "is", null),
  );
}

export function credentialsById(id: number): Query<CredentialsRow> {
  return read(
    query.selectFrom("users").select(["id", "email", "password_hash"])
      .where("id", "=", id).where("deleted_at", "is", null),
  );
}

/** Who is called that, in the form of `username_key`. */
export function byUsernameKey(username_key: string): Query<{ id: number }> {
  return read(query.selectFrom("users").select("id").where("username_key", "=", username_key));
}

export function me(workspace_id: number, user_id: number): Query<MeRow> {
  return self({ workspace_id, user_id });
}

const self = template((p: { workspace_id: number; user_id: number }): Query<MeRow> =>
  read(
    query.selectFrom("users as u")
      .innerJoin("actors as a", "a.id", "u.id")
      .innerJoin("memberships as s", "s.user_id", "u.id")
      .innerJoin("workspaces as w", "w.id", "s.workspace_id")
      .select([
        ...personColumns,
        "s.role",
        "u.email",
        "u.language",
        "u.calendar",
        "u.theme",
        "s.muted_until",
        "w.id as workspace_id",
        "w.slug as workspace_slug",
        "w.name as workspace_name",
        "w.language as workspace_language",
        "w.time_zone as workspace_time_zone",
        "u.time_zone",
        "u.notifications",
      ])
      .where("u.id", "=", p.user_id).where("s.workspace_id", "=", p.workspace_id)
      .where("u.deleted_at", "is", null),
  )
);

/** The actor and the user, under one id. */
export function insert(user: NewRow<"users">): Statement[] {
  const { id, created_at } = user;
  return [
    expecting(
      1,
      query.insertInto("actors").values({ id, kind: "member", workspace_id: null, name: null, created_at }),
    ),
    expecting(1, query.insertInto("users").values(user)),
  ];
}

/** Undoes its batch unless the password is still the one that was checked. */
export function hasPassword(id: number, password_hash: string): Statement {
  return expecting(
    1,
    query.selectFrom("users").select("id").where("id", "=", id)
      .where("password_hash", "=", password_hash).where("deleted_at", "is", null),
  );
}

/** A new password; with `was`, only in place of that one. */
export function setPassword(id: number, password_hash: string, at: number, was?: string): Statement {
  return expecting(
    1,
    query.updateTable("users").set({ password_hash, password_changed_at: at, updated_at: at })
      .where("id", "=", id).where("deleted_at", "is", null)
      .$if(was !== undefined, (update) => update.where("password_hash", "=", was!)),
  );
}

/** The same password under a dearer hash: not a change of the password. */
export function rehash(id: number, password_hash: string, was: string): Statement {
  return write(
    query.updateTable("users").set({ password_hash }).where("id", "=", id).where("password_hash", "=", was),
  );
}

export function update(
  id: number,
  changes: Partial<
    & Pick<
      UsersTable,
      "username" | "username_key" | "language" | "calendar" | "theme" | "picture" | "time_zone"
    >
    & Record<
      "first_name" | "last_name" | "first_name_key" | "last_name_key" | "in_game_ids" | "notifications",
      string
    >
  >,
  at: number,
): Statement {
  return expecting(
    1,
    query.updateTable("users").set({ ...changes, updated_at: at })
      .where("id", "=", id).where("deleted_at", "is", null),
  );
}

/** Whether anybody may hold the keys yet: a living owner in that workspace. */
export function owner(workspace_id: number): Query<{ user_id: number }> {
  return read(
    query.selectFrom("memberships as s").innerJoin("users as u", "u.id", "s.user_id").select("s.user_id")
      .where("s.workspace_id", "=", workspace_id).where("s.role", "=", "owner").where(
        "u.deleted_at",
        "is",
        null,
      )
      .limit(1),
  );
}

/** Undoes its batch when somebody owns the workspace already. */
export function unowned(workspace_id: number): Statement {
  return expecting(
    1,
    query.selectFrom("workspaces as w").select("w.id").where("w.id", "=", workspace_id)
      .where(sql<boolean>`not exists (select 1 from memberships s join users u on u.id = s.user_id
        where s.workspace_id = w.id and s.role = 'owner' and u.deleted_at is null)`),
  );
}
