/** Files as parts of messages. */
import { expecting, listTemplate, query, read, readShared, sql, template, write } from "./query.ts";
import type { NewRow } from "./schema.ts";
import type { Query, Statement } from "./store.ts";

/** An attachment with what its file is. */
export interface AttachmentRow {
  id: number;
  message_id: number;
  file_id: number;
  name: string;
  created_at: number;
  size: number;
  type: string;
  width: number | null;
  height: number | null;
  thumbnail_key: string | null;
}

const attachments = () =>
  query.selectFrom("attachments as t").innerJoin("files as f", "f.id", "t.file_id").select([
    "t.id",
    "t.message_id",
    "t.file_id",
    "t.name",
    "t.created_at",
    "f.size",
    "f.type",
    "f.width",
    "f.height",
    "f.thumbnail_key",
  ]);

/** Those of some messages, in their order. */
export function ofMessages(message_ids: readonly number[]): Query<AttachmentRow> {
  return ofSeveral(message_ids, {});
}

const ofSeveral = listTemplate((message_ids: readonly number[], _: object) =>
  readShared<AttachmentRow>(
    attachments().where("t.message_id", "in", message_ids).orderBy("t.message_id").orderBy("t.position"),
  )
);

/** Those of one message. */
export function ofMessage(message_id: number): Query<AttachmentRow> {
  return ofOne({ message_id });
}

const ofOne = template((asked: { message_id: number }) =>
  read<AttachmentRow>(attachments().where("t.message_id", "=", asked.message_id).orderBy("t.position"))
);

/** The one that was attached to a message under this `client_id`. */
export function findSent(message_id: number, client_id: string): Query<AttachmentRow> {
  return read(
    attachments().where("t.message_id", "=", message_id).where("t.client_id", "=", client_id),
  );
}

/** An attachment of a message that is in the same batch. */
export function insert(row: NewRow<"attachments">): Statement {
  return expecting(1, query.insertInto("attachments").values(row));
}

/** The next attachment of a message that stands already. */
export function append(row: Omit<NewRow<"attachments">, "position">): Statement {
  return expecting(
    1,
    query.insertInto("attachments").values((eb) => ({
      ...row,
      position: eb.selectFrom("attachments").where("message_id", "=", row.message_id)
        .select(sql<number>`coalesce(max(position) + 1, 0)`.as("next")),
    })),
  );
}

/** The conversations in which a file is attached. */
export function placesOf(file_id: number): Query<{ conversation_id: number; name: string }> {
  return placed({ file_id });
}

const placed = template((asked: { file_id: number }) =>
  read<{ conversation_id: number; name: string }>(
    query.selectFrom("attachments").select(["conversation_id", "name"]).where("file_id", "=", asked.file_id)
      .limit(20),
  )
);

/** Takes everything off a message and lets go of the files that nothing else uses. */
export function removeOf(message_id: number, at: number): Statement[] {
  return [
    write(
      query.updateTable("files").set({ released_at: at })
        .where(
          "id",
          "in",
          query.selectFrom("attachments").select("file_id").where("message_id", "=", message_id),
        )
        .where(sql<boolean>`not exists (select 1 from attachments o
          where o.file_id = files.id and o.message_id <> ${message_id})`),
    ),
    write(query.deleteFrom("attachments").where("message_id", "=", message_id)),
  ];
}
