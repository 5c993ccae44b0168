/**
 * Facts about this installation, by name: the first-run token's hash, keys, marks of one-time work.
 */
import { expecting, query, read, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";

/** The value under a name. */
export function get(name: string): Query<{ value: string }> {
  return read(query.selectFrom("instance").select("value").where("name", "=", name));
}

/** Sets or replaces a value. */
export function set(name: string, value: string, now: number): Statement {
  return write(
    query.insertInto("instance").values({ name, value, updated_at: now })
      .onConflict((on) => on.column("name").doUpdateSet({ value, updated_at: now })),
  );
}

/** Sets a value that must not be there yet; otherwise its batch rejects with `UniqueViolation`. */
export function add(name: string, value: string, now: number): Statement {
  return write(query.insertInto("instance").values({ name, value, updated_at: now }));
}

/** Takes a value away if it is still `value`; otherwise its batch is undone. Makes a secret work once. */
export function take(name: string, value: string): Statement {
  return expecting(1, query.deleteFrom("instance").where("name", "=", name).where("value", "=", value));
}
