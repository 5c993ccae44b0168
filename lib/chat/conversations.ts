import type { Conversation, ConversationKind, TicketHead, User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { ListedRow, ParticipantRow } from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import * as messages from "@/db/messages.ts";
import * as people from "@/db/people.ts";
import type { NewRow } from "@/db/schema.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import * as reads from "@/db/reads.ts";
import * as tickets from "@/db/tickets.ts";
import type { TicketHeadRow } from "@/db/tickets.ts";
import { isAgent } from "./access.ts";
import type { Access, Grant } from "./access.ts";
import { isStaff } from "./actor.ts";
import type { Actor } from "./actor.ts";
import type { Commit } from "./commit.ts";
import type { Details } from "./details.ts";
import { DESK, toMessage, toTime } from "./entities.ts";
import type { Emit } from "./events.ts";
import { toUser } from "./people.ts";
import type { Ranks } from "./ranks.ts";
import { keepsReceipts } from "./reads.ts";
import { toMute } from "./settings.ts";

/** The room every member of a workspace is in. */
export const GLOBAL_KEY = "global";
/** Conversations in one list, unless fewer are asked for. */
const LIST_MAX = 1000;
/** People named of each conversation of a list, and of one conversation by itself. */
const LISTED_MAX = 100;
const NAMED_MAX = 1000;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly details: Details;
  readonly ranks: Ranks;
  readonly commit: Commit;
  readonly emit: Emit;
}

/** A conversation that a product makes. */
export interface Draft {
  readonly workspace_id: number;
  readonly kind: ConversationKind;
  readonly name: string | null;
  /** Ids of actors. */
  readonly participants: readonly number[];
}

/** Finding and opening conversations. */
export function createConversations(deps: Deps) {
  const { store, now, nextId, access, details, ranks, commit, emit } = deps;

  /** The id of the workspace's global room. @throws AppError `not_found` */
  async function globalId(actor: Actor): Promise<number> {
    const found = await store.get(conversations.findByKey(actor.workspace_id, GLOBAL_KEY));
    if (!found) throw new AppError("not_found");
    return found.id;
  }

  /** One conversation as this actor sees it. @throws AppError `not_found` */
  async function get(actor: Actor, conversation_id: number): Promise<Conversation> {
    return await getFor(await access.toRead(actor, conversation_id));
  }

  /** The same for whoever was let in already, as it stood then. */
  async function getFor(grant: Grant): Promise<Conversation> {
    const { actor, conversation } = grant;
    const { conversation_id } = conversation;
    const last = conversation.last_message_id === null ? [] : [conversation.last_message_id];
    const read_seq = readSeqOf(grant);
    const listed = {
      id: conversation_id,
      kind: conversation.kind,
      name: conversation.name,
      topic: conversation.topic,
      picture: conversation.conversation_picture,
      role: conversation.participant_role,
      seq: conversation.seq,
      version: conversation.version,
      created_at: conversation.conversation_created_at,
      last_message_id: conversation.last_message_id,
      read_seq,
      ...(await store.get(conversations.stateFor(actor, conversation_id, read_seq)))!,
    };
    return (await describe(actor, [listed], last, NAMED_MAX))[0]!;
  }

  /** What of a conversation calls for this actor's attention, and whether they want it. @throws AppError `not_found` */
  async function attention(actor: Actor, conversation_id: number): Promise<Attention> {
    const read_seq = readSeqOf(await access.toRead(actor, conversation_id));
    const state = (await store.get(conversations.stateFor(actor, conversation_id, read_seq)))!;
    return { mention_count: state.mention_count, ...toMute(state.muted_until, now()) };
  }

  /** The actor's own direct, group and team conversations, newest activity first. */
  async function list(
    actor: Actor,
    { kinds, limit = LIST_MAX }: { kinds?: readonly ConversationKind[]; limit?: number } = {},
  ): Promise<Conversation[]> {
    const rows = await store.all(conversations.listOwn(actor, limit, kinds));
    return await describe(actor, rows, rows.flatMap((row) => row.last_message_id ?? []), LISTED_MAX);
  }

  /**
   * A page (from 1) of all conversations of the workspace, newest activity first, and how many they are.
   * @throws AppError `forbidden` unless staff
   */
  async function listAll(
    actor: Actor,
    { page, page_size }: { page: number; page_size: number },
  ): Promise<{ count: number; conversations: Conversation[] }> {
    if (!isStaff(actor)) throw new AppError("forbidden");
    // No page is further away than there are rows anywhere.
    const window = { offset: Math.min((page - 1) * page_size, 1e9), limit: page_size };
    const [rows, counted] = await Promise.all([
      store.all(conversations.listAll(actor, window)),
      store.get(conversations.countAll(actor.workspace_id)),
    ]);
    const last = rows.flatMap((row) => row.last_message_id ?? []);
    return { count: counted!.count, conversations: await describe(actor, rows, last, LISTED_MAX) };
  }

  /** The id of the conversation of two members: see `direct`. */
  async function openDirect(actor: Actor, user_id: number): Promise<number> {
    return (await direct(actor, user_id)).id;
  }

  /**
   * The conversation of two members, opened if they never talked. Two who open it at the same moment get the
   * same one: the database holds one of a pair.
   * @throws AppError `not_found` for somebody who is no member, `unavailable`
   */
  async function direct(actor: Actor, user_id: number): Promise<{ id: number; is_new: boolean }> {
    const { workspace_id } = actor;
    const unique_key = pairKey(actor.id, user_id);
    const found = await store.get(conversations.findByKey(workspace_id, unique_key));
    if (found) return { id: found.id, is_new: false };
    const id = nextId(), at = now();
    const place = { conversation_id: id, workspace_id };
    const both = [...new Set([actor.id, user_id])];
    const conversation: NewRow<"conversations"> = {
      id,
      workspace_id,
      kind: "direct",
      unique_key,
      last_activity_at: at,
      created_by: actor.id,
      created_at: at,
    };
    const opened = {
      entity: "conversation",
      entity_id: id,
      verb: "created",
      actor_id: actor.id,
      created_at: at,
    };
    return await commit([
      ...both.map((one) => memberships.isWelcome(workspace_id, one, at)),
      conversations.insert(conversation),
      conversations.addParticipants(both.map((actor_id) => ({ ...place, actor_id, joined_at: at }))),
      changes.append({ ...place, ...opened }),
    ], () => {
      for (const actor_id of both) {
        emit({ type: "joined", conversation: { id, kind: "direct", workspace_id }, actor_id });
      }
      return { id, is_new: true };
    }).catch(async (error) => {
      if (error instanceof ExpectationFailed) throw new AppError("not_found");
      if (!(error instanceof UniqueViolation)) throw error;
      const first = await store.get(conversations.findByKey(workspace_id, unique_key));
      if (!first) throw new AppError("conflict");
      return { id: first.id, is_new: false };
    });
  }

  /**
   * Makes a conversation of a product, with the rows that the product puts around it in the same batch: all of it is
   * there, or nothing. Gives what the product's own statements gave.
   * @throws what the store throws where the product's statements are refused
   */
  async function make(
    actor: Actor,
    { workspace_id, kind, name, participants }: Draft,
    around: (conversation_id: number) => Statement[],
  ): Promise<{ id: number; results: Result[] }> {
    const id = nextId(), at = now();
    const place = { conversation_id: id, workspace_id };
    const before = [
      conversations.insert({
        ...{ id, workspace_id, kind, name, last_activity_at: at, created_by: actor.id, created_at: at },
      }),
      ...participants.length === 0 ? [] : [
        conversations.addParticipants(
          participants.map((actor_id) => ({ ...place, actor_id, joined_at: at })),
        ),
      ],
      changes.append({
        ...{
          ...place,
          entity: "conversation",
          entity_id: id,
          verb: "created",
          actor_id: actor.id,
          created_at: at,
        },
      }),
    ];
    return await commit([...before, ...around(id)], (results) => {
      for (const actor_id of participants) {
        emit({ type: "joined", conversation: { id, kind, workspace_id }, actor_id });
      }
      return { id, results: results.slice(before.length) };
    });
  }

  /** Rows with their people and last messages: a few queries for any number of them. */
  async function describe(
    actor: Actor,
    rows: readonly ListedRow[],
    last_ids: number[],
    named: number,
  ): Promise<Conversation[]> {
    const closed = rows.filter((row) => keepsReceipts(row.kind)).map((row) => row.id);
    const participants = closed.length === 0
      ? []
      : await store.all(conversations.participantsOf(closed, named));
    const last = last_ids.length === 0 ? [] : await store.all(messages.findAll(actor, last_ids));
    const beside = await details.ofMessages(actor, last);
    const asked = rows.filter((row) => row.kind === "ticket").map((row) => row.id);
    const heads = asked.length === 0 || !isAgent(actor)
      ? []
      : await store.all(tickets.headsOf(actor.workspace_id, asked));
    const desks = asked.length === 0 ? [] : await store.all(reads.furthestOutside(asked));
    const deskOf = new Map(desks.map((row) => [row.conversation_id, row.seq]));
    const headOf = new Map(heads.map((row) => [row.conversation_id, toHead(row)]));
    const tiers = await ranks.of(actor.workspace_id);
    // Everybody is in the global room, and nobody is listed.
    const everybody = rows.some((row) => row.kind === "global")
      ? (await store.get(people.countMembers(actor.workspace_id, now())))!.count
      : 0;
    const peopleOf = Map.groupBy(participants, (row) => row.conversation_id);
    const lastOf = new Map(last.map((row) => [row.conversation_id, row]));
    return rows.map((row) => {
      const own: ParticipantRow[] = peopleOf.get(row.id) ?? [];
      const participants_count = own[0]?.participants_count ?? 0;
      const message = lastOf.get(row.id);
      // Where not all are named it is not known whether all have read.
      const read = participants_count > 0 && own.length === participants_count
        ? new Map(own.map((one) => [one.person_id, one.read_seq]))
        : null;
      if (row.kind === "ticket") read?.set(DESK, deskOf.get(row.id) ?? 0);
      return {
        id: row.id,
        kind: row.kind,
        name: row.name,
        topic: row.topic,
        picture: row.picture,
        participants: own.map((one) => toUser(one, tiers)) satisfies User[],
        participants_count: row.kind === "global" ? everybody : participants_count,
        created_at: toTime(row.created_at),
        last_message: message ? toMessage(message, { ...beside, reads: read, tiers }) : null,
        unread_count: row.unread_count,
        mention_count: row.mention_count,
        ...toMute(row.muted_until, now()),
        role: row.role,
        is_pinned: row.pinned_at !== null,
        seq: row.seq,
        version: row.version,
        read_seq: row.read_seq,
        ticket: headOf.get(row.id) ?? null,
      };
    });
  }

  return { globalId, get, getFor, attention, list, listAll, direct, openDirect, make };
}

export type Conversations = ReturnType<typeof createConversations>;

export type Attention = Pick<Conversation, "mention_count" | "is_muted" | "muted_until">;

function toHead({ number, customer_id, email, verified_at, site_name }: TicketHeadRow): TicketHead {
  return { number, customer: { id: customer_id, email, verified: verified_at !== null }, site_name };
}

/** To who is no participant, what stood there before they first looked does not count as unread. */
function readSeqOf({ conversation: { kind, seq, read_seq, participant_role } }: Grant): number {
  return read_seq ?? (keepsReceipts(kind) && participant_role !== null ? 0 : seq);
}

function pairKey(a: number, b: number): string {
  return `${Math.min(a, b)}:${Math.max(a, b)}`;
}
