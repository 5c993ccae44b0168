/** What people uploaded: whose it is, what it is, and where its bytes lie. */
import { expecting, query, read, sql, template, write } from "./query.ts";
import type { NewRow, Row } from "./schema.ts";
import type { Asker } from "./standing.ts";
import type { Query, Statement } from "./store.ts";

/** A file about to be written down; its bytes are on disk already. */
export type NewFile = NewRow<"files">;

/** What serving needs to know. */
export type ServedFile = Pick<
  Row<"files">,
  | "id"
  | "owner_id"
  | "workspace_id"
  | "conversation_id"
  | "purpose"
  | "hash"
  | "storage_key"
  | "thumbnail_key"
  | "type"
  | "size"
>;

export function insert(file: NewFile): Statement {
  return expecting(1, query.insertInto("files").values(file));
}

/** A file that is in use. Whether somebody may see it is asked of what uses it. */
export const find = template((asked: { id: number }) =>
  read<ServedFile>(
    query.selectFrom("files").select([
      "id",
      "owner_id",
      "workspace_id",
      "conversation_id",
      "purpose",
      "hash",
      "storage_key",
      "thumbnail_key",
      "type",
      "size",
    ]).where("id", "=", asked.id).where("released_at", "is", null),
  )
);

/** Bytes that a person's files take, in all workspaces. */
export function usedBy(owner_id: number): Query<{ bytes: number }> {
  return read(
    query.selectFrom("files").select(sql<number>`coalesce(sum(stored_size), 0)`.as("bytes"))
      .where("owner_id", "=", owner_id).where("released_at", "is", null),
  );
}

/** Bytes that all files take, those that wait to be swept away included. Reads them all. */
export function total(): Query<{ bytes: number }> {
  return read(query.selectFrom("files").select(sql<number>`coalesce(sum(stored_size), 0)`.as("bytes")));
}

/** Lets go of every picture of a conversation but the newest. */
export function releasePicturesOf(conversation_id: number, but: number | null, at: number): Statement {
  return write(
    query.updateTable("files").set({ released_at: at })
      .where("conversation_id", "=", conversation_id).where("purpose", "=", "picture")
      .where("released_at", "is", null)
      .$if(but !== null, (update) => update.where("id", "<>", but!)),
  );
}

/** Lets go of every picture of somebody but the newest. */
export function releasePictures({ id }: Pick<Asker, "id">, but: number | null, at: number): Statement {
  return write(
    query.updateTable("files").set({ released_at: at })
      .where("owner_id", "=", id).where("purpose", "=", "picture").where("conversation_id", "is", null)
      .where("released_at", "is", null)
      .$if(but !== null, (update) => update.where("id", "<>", but!)),
  );
}

export type ReleasedFile = Pick<Row<"files">, "id" | "storage_key" | "thumbnail_key" | "stored_size">;

/** Files that nothing uses any more, longest unused first. */
export function released(limit: number): Query<ReleasedFile> {
  return read(
    query.selectFrom("files").select(["id", "storage_key", "thumbnail_key", "stored_size"])
      .where("released_at", "is not", null)
      .where(sql<boolean>`not exists (select 1 from attachments a where a.file_id = files.id)`)
      .orderBy("released_at").limit(limit),
  );
}

/** Forgets a file that nothing uses; its bytes go after this. */
export function forget(id: number): Statement {
  return write(query.deleteFrom("files").where("id", "=", id).where("released_at", "is not", null));
}

/** Which of these files are written down. */
export function known(ids: readonly number[]): Query<{ id: number }> {
  return read(query.selectFrom("files").select("id").where("id", "in", ids));
}
