/** Messages that are held up for all to see. */
import { countOf } from "./conversations.ts";
import { messages } from "./messages.ts";
import type { MessageRow } from "./messages.ts";
import { expecting, query, read, readShared, sql, template } from "./query.ts";
import type { Query, Statement } from "./store.ts";

/** A message about to be pinned. */
export interface Pinning {
  readonly conversation_id: number;
  readonly id: number;
  readonly by: number;
  readonly at: number;
  /** Most that may be pinned in a conversation. */
  readonly most: number;
}

/** Pins and stamps a message; undoes the batch where it is pinned or deleted, or there is no room. */
export const pin = template((pinning: Pinning): Statement =>
  expecting(
    1,
    query.updateTable("messages").set({
      pinned_at: pinning.at,
      pinned_by: pinning.by,
      version: countOf("version", pinning.conversation_id),
    }).where("id", "=", pinning.id).where("conversation_id", "=", pinning.conversation_id)
      .where("deleted_at", "is", null).where("pinned_at", "is", null).where("kind", "=", "text")
      .where(sql<boolean>`(select count(*) from messages p
        where p.conversation_id = ${pinning.conversation_id} and p.pinned_at is not null) < ${pinning.most}`),
  )
);

/** Takes a pin away and stamps the message; undoes the batch where there is none. */
export function unpin(conversation_id: number, id: number): Statement {
  return expecting(
    1,
    query.updateTable("messages").set({
      pinned_at: null,
      pinned_by: null,
      version: countOf("version", conversation_id),
    }).where("id", "=", id).where("conversation_id", "=", conversation_id)
      .where("pinned_at", "is not", null),
  );
}

/** What is pinned, the newest pin first. */
export function list(conversation_id: number, limit: number): Query<MessageRow> {
  return pinned({ conversation_id, limit });
}

const pinned = template((asked: { conversation_id: number; limit: number }) =>
  readShared<MessageRow>(
    messages().where("m.conversation_id", "=", asked.conversation_id).where("m.pinned_at", "is not", null)
      .orderBy("m.pinned_at", "desc").orderBy("m.id", "desc").limit(asked.limit),
  )
);

export function count(conversation_id: number): Query<{ count: number }> {
  return read(
    query.selectFrom("messages").select(sql<number>`count(*)`.as("count"))
      .where("conversation_id", "=", conversation_id).where("pinned_at", "is not", null),
  );
}
