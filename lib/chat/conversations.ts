import type { Conversation, User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { ListedRow, ParticipantRow } from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import * as people from "@/db/people.ts";
import { UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { toMessage, toTime } from "./entities.ts";
import type { Emit } from "./events.ts";
import { toUser } from "./people.ts";
import { keepsReceipts } from "./reads.ts";
import type { Receipts } from "./reads.ts";

/** The room every member of a workspace is in. */
export const GLOBAL_KEY = "global";
/** Conversations in one list. */
const LIST_MAX = 200;
/** People named in one answer, over all its conversations. */
const PARTICIPANTS_MAX = 2000;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly receipts: Receipts;
  readonly emit: Emit;
}

/** Finding and opening conversations. */
export function createConversations({ store, now, nextId, access, receipts, emit }: Deps) {
  /** The id of the workspace's global room. @throws AppError `not_found` */
  async function globalId(actor: Actor): Promise<number> {
    const found = await store.get(conversations.findByKey(actor.workspace_id, GLOBAL_KEY));
    if (!found) throw new AppError("not_found");
    return found.id;
  }

  /** One conversation as this actor sees it. @throws AppError `not_found` */
  async function get(actor: Actor, conversation_id: number): Promise<Conversation> {
    const grant = await access.toRead(actor, conversation_id);
    const { conversation } = grant;
    const last = conversation.last_message_id === null ? [] : [conversation.last_message_id];
    const read_seq = readSeqOf(grant);
    const listed = {
      id: conversation_id,
      kind: conversation.kind,
      name: conversation.name,
      seq: conversation.seq,
      version: conversation.version,
      created_at: conversation.conversation_created_at,
      last_message_id: conversation.last_message_id,
      read_seq,
      unread_count: (await store.get(conversations.countUnread(actor, conversation_id, read_seq)))!.count,
    };
    return (await describe(actor, [listed], last))[0]!;
  }

  /** The actor's own direct, group and team conversations, newest activity first, at most 200. */
  async function list(actor: Actor): Promise<Conversation[]> {
    const rows = await store.all(conversations.listOwn(actor, LIST_MAX));
    return await describe(actor, rows, rows.flatMap((row) => row.last_message_id ?? []));
  }

  /**
   * The id of the conversation of two people, opened if they never talked. Two who open it at the same
   * moment get the same one: the database holds one of a pair.
   * @throws AppError `not_found` for a person who is not in the workspace
   */
  async function openDirect(actor: Actor, user_id: number): Promise<number> {
    const key = pairKey(actor.id, user_id);
    const found = await store.get(conversations.findByKey(actor.workspace_id, key));
    if (found) return found.id;
    if (!await store.get(people.findMember(actor.workspace_id, user_id, now()))) {
      throw new AppError("not_found");
    }
    const id = nextId(), at = now();
    const place = { conversation_id: id, workspace_id: actor.workspace_id };
    try {
      await store.batch([
        conversations.insert({
          id,
          workspace_id: actor.workspace_id,
          kind: "direct",
          unique_key: key,
          last_activity_at: at,
          created_by: actor.id,
          created_at: at,
        }),
        conversations.addParticipants(
          [...new Set([actor.id, user_id])].map((actor_id) => ({ ...place, actor_id, joined_at: at })),
        ),
        changes.append({
          ...place,
          entity: "conversation",
          entity_id: id,
          verb: "created",
          actor_id: actor.id,
          created_at: at,
        }),
      ]);
    } catch (error) {
      if (!(error instanceof UniqueViolation)) throw error;
      const first = await store.get(conversations.findByKey(actor.workspace_id, key));
      if (!first) throw new AppError("unavailable");
      return first.id;
    }
    for (const actor_id of new Set([actor.id, user_id])) {
      emit({
        type: "joined",
        conversation: { id, kind: "direct", workspace_id: actor.workspace_id },
        actor_id,
      });
    }
    return id;
  }

  /** Rows with their people and last messages: three queries for any number of them. */
  async function describe(actor: Actor, rows: Listed[], last_ids: number[]): Promise<Conversation[]> {
    const closed = rows.filter((row) => keepsReceipts(row.kind)).map((row) => row.id);
    const participants = closed.length === 0
      ? []
      : await store.all(conversations.participantsOf(closed, PARTICIPANTS_MAX));
    const last = last_ids.length === 0 ? [] : await store.all(messages.findAll(actor, last_ids));
    const people = Map.groupBy(participants, (row) => row.conversation_id);
    const lastOf = new Map(last.map((row) => [row.conversation_id, row]));
    return rows.map((row) => {
      const own: ParticipantRow[] = people.get(row.id) ?? [];
      const reads = keepsReceipts(row.kind) ? new Map(own.map((one) => [one.person_id, one.read_seq])) : null;
      const message = lastOf.get(row.id);
      return {
        id: row.id,
        kind: row.kind,
        name: row.name,
        participants: own.map(toUser) satisfies User[],
        participants_count: own.length,
        created_at: toTime(row.created_at),
        last_message: message ? toMessage(message, reads) : null,
        unread_count: row.unread_count,
        seq: row.seq,
        version: row.version,
        read_seq: row.read_seq,
      };
    });
  }

  return { globalId, get, list, openDirect };
}

export type Conversations = ReturnType<typeof createConversations>;

type Listed = Omit<ListedRow, "kind"> & { kind: Conversation["kind"] };

/** In the rooms of everybody what stood there before one first looked does not count as unread. */
function readSeqOf({ conversation }: Grant): number {
  return conversation.read_seq ?? (keepsReceipts(conversation.kind) ? 0 : conversation.seq);
}

function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)}:${Math.max(a, b)}`;
}
