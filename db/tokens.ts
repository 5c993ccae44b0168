/** Secrets that are shown once and kept as hashes: refresh tokens, socket tickets, reset links. */
import { expecting, query, read, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";
import type { NewRow } from "./schema.ts";

export interface RefreshTokenRow {
  session_id: number;
  user_id: number;
  expires_at: number;
}

export interface OneTimeTokenRow {
  actor_id: number;
  workspace_id: number;
  expires_at: number;
}

export function refreshToken(hash: string): Query<RefreshTokenRow> {
  return read(
    query.selectFrom("refresh_tokens as t").innerJoin("sessions as s", "s.id", "t.session_id")
      .select(["t.session_id", "s.user_id", "t.expires_at"]).where("t.hash", "=", hash),
  );
}

export function insertRefreshToken(row: NewRow<"refresh_tokens">): Statement {
  return expecting(1, query.insertInto("refresh_tokens").values(row));
}

/** Marks it used; undoes its batch when it was, or has expired. */
export function useRefreshToken(hash: string, at: number): Statement {
  return expecting(
    1,
    query.updateTable("refresh_tokens").set({ used_at: at })
      .where("hash", "=", hash).where("used_at", "is", null).where("expires_at", ">", at),
  );
}

export function insertOneTimeToken(row: NewRow<"one_time_tokens">): Statement {
  return expecting(1, query.insertInto("one_time_tokens").values(row));
}

export function resetToken(hash: string, at: number): Query<OneTimeTokenRow> {
  return read(
    query.selectFrom("one_time_tokens").select(["actor_id", "workspace_id", "expires_at"])
      .where("hash", "=", hash).where("purpose", "=", "password_reset").where("expires_at", ">", at),
  );
}

/** Uses a one-time token up; undoes its batch when somebody was quicker, or it has expired. */
export function consume(hash: string, purpose: "socket" | "password_reset", at: number): Statement {
  return expecting(
    1,
    query.deleteFrom("one_time_tokens")
      .where("hash", "=", hash).where("purpose", "=", purpose).where("expires_at", ">", at),
  );
}

/** Ends a person's reset links: the password they were for is gone. */
export function dropResetTokens(user_id: number): Statement {
  return write(
    query.deleteFrom("one_time_tokens").where("actor_id", "=", user_id).where(
      "purpose",
      "=",
      "password_reset",
    ),
  );
}

/** Ends what somebody could open sockets with. */
export function dropTickets(actor_id: number): Statement {
  return write(
    query.deleteFrom("one_time_tokens").where("actor_id", "=", actor_id).where("purpose", "=", "socket"),
  );
}

/** Removes what has expired; sessions themselves stay as a record of sign-ins for `keep` milliseconds. */
export function sweep(at: number, keep: number): Statement[] {
  const stale = query.selectFrom("sessions").select("id").where("expires_at", "<", at - keep);
  return [
    write(query.deleteFrom("one_time_tokens").where("expires_at", "<=", at)),
    write(query.deleteFrom("refresh_tokens").where("expires_at", "<=", at)),
    write(query.deleteFrom("one_time_tokens").where("session_id", "in", stale)),
    write(query.deleteFrom("refresh_tokens").where("session_id", "in", stale)),
    write(query.deleteFrom("sessions").where("expires_at", "<", at - keep)),
  ];
}
