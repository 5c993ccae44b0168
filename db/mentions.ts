/** Whom messages call by name. */
import type { ConversationKind } from "@/lib/protocol/entities.ts";
import { notBanned } from "./people.ts";
import { listTemplate, query, readShared, sql, template, write } from "./query.ts";
import type { Query, Statement } from "./store.ts";

export interface MentionRow {
  message_id: number;
  actor_id: number;
}

/** A message that stands in the database already, in this batch or before it. */
export interface Calling {
  readonly message_id: number;
  readonly at: number;
}

/**
 * Notes the members whose usernames' keys these are, as far as the conversation is theirs (who may only look
 * into it as an admin is not called), but for its author; gives their ids.
 */
export function insert(
  kind: ConversationKind,
  username_keys: readonly string[],
  calling: Calling,
): Statement<{ actor_id: number }> {
  return INSERTS[reachOf(kind)](username_keys, calling);
}

/** Who of a workspace a name can reach in a conversation. */
type Reach = "everybody" | "participants" | "participants and agents";

function reachOf(kind: ConversationKind): Reach {
  if (kind === "global") return "everybody";
  return kind === "site" || kind === "ticket" ? "participants and agents" : "participants";
}

const PARTICIPATES = sql<boolean>`exists (select 1 from participants p
  where p.conversation_id = m.conversation_id and p.actor_id = u.id and p.left_at is null)`;
const IS_AGENT = sql<boolean>`s.role in ('owner', 'admin', 'agent')`;

const insertFor = (reach: Reach) =>
  listTemplate((username_keys: readonly string[], calling: Calling) =>
    write<{ actor_id: number }>(
      query.insertInto("mentions")
        .columns(["message_id", "actor_id", "conversation_id", "workspace_id", "seq"])
        .expression(
          query.selectFrom("messages as m")
            .innerJoin("users as u", (join) => join.on("u.username_key", "in", username_keys))
            .innerJoin(
              "memberships as s",
              (join) => join.onRef("s.workspace_id", "=", "m.workspace_id").onRef("s.user_id", "=", "u.id"),
            )
            .select(["m.id", "u.id as actor_id", "m.conversation_id", "m.workspace_id", "m.seq"])
            .where("m.id", "=", calling.message_id).whereRef("u.id", "<>", "m.author_id")
            .where("u.deleted_at", "is", null).where(notBanned("s", calling.at))
            .$if(reach === "participants", (q) => q.where(PARTICIPATES))
            .$if(
              reach === "participants and agents",
              (q) => q.where(sql<boolean>`(${IS_AGENT} or ${PARTICIPATES})`),
            ),
        )
        .returning("actor_id"),
    )
  );

const INSERTS = {
  "everybody": insertFor("everybody"),
  "participants": insertFor("participants"),
  "participants and agents": insertFor("participants and agents"),
};

/** Forgets whom a message called: before it is read anew, and when it is deleted. */
export const clear = template((asked: { message_id: number }) =>
  write(query.deleteFrom("mentions").where("message_id", "=", asked.message_id))
);

/** Whom some messages call, by id. */
export function of(message_ids: readonly number[]): Query<MentionRow> {
  return ofMessages(message_ids, {});
}

const ofMessages = listTemplate((message_ids: readonly number[], _: object) =>
  readShared<MentionRow>(
    query.selectFrom("mentions").select(["message_id", "actor_id"])
      .where("message_id", "in", message_ids).orderBy("message_id").orderBy("actor_id"),
  )
);
