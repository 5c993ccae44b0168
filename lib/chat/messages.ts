import type { Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { Raised } from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow } from "@/db/messages.ts";
import { ExpectationFailed, StoreUnavailable, UniqueViolation } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { toMessage, toQuote, toTime } from "./entities.ts";
import type { ReadSeqs } from "./entities.ts";
import type { Emit, EventPlace } from "./events.ts";
import type { Receipts } from "./reads.ts";

/** A message somebody wants to send; the content is validated at the edge. */
export interface Draft {
  readonly conversation_id: number;
  readonly content: string;
  /** The same one again returns the first message and creates nothing. Made up here when left out. */
  readonly client_id?: string;
  /** A message of the same conversation. */
  readonly reply_to?: number | null;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly receipts: Receipts;
  readonly emit: Emit;
}

/**
 * Writing messages. Each write is one atomic batch that raises the conversation's `version`, stamps the
 * message with it and appends to the log of changes; it is acknowledged and told to others only after
 * the commit.
 */
export function createMessages({ store, now, nextId, access, receipts, emit }: Deps) {
  /**
   * Checks a draft, and gives the function that hands it to the store at once. Calling those in order
   * commits in order, so a socket can have many messages in flight.
   * @throws AppError `not_found`, `muted`, `invalid_input` for an unknown `reply_to`
   */
  async function prepare(actor: Actor, draft: Draft): Promise<() => Promise<Message>> {
    const grant = await access.toPost(actor, draft.conversation_id);
    const quote = draft.reply_to ? await findQuoted(draft.conversation_id, draft.reply_to) : null;
    return () => commit(grant, draft, quote);
  }

  /** Commits one message and tells it to all. Sending a `client_id` again returns the first message. */
  async function send(actor: Actor, draft: Draft): Promise<Message> {
    return await (await prepare(actor, draft))();
  }

  async function commit(grant: Grant, draft: Draft, quote: Message["reply_to"]): Promise<Message> {
    const { actor, conversation } = grant;
    const id = nextId();
    const at = now();
    const client_id = draft.client_id ?? `${id}`;
    let results: Result[];
    try {
      results = await store.batch([
        conversations.raiseForMessage(actOf(grant, at), id),
        messages.insert({
          id,
          conversation_id: conversation.conversation_id,
          workspace_id: conversation.workspace_id,
          author_id: actor.id,
          client_id,
          content: draft.content,
          reply_to: quote?.id ?? null,
          created_at: at,
        }),
        logged(grant, id, "created", at),
      ]);
    } catch (error) {
      if (error instanceof UniqueViolation && error.on("messages.client_id")) {
        return await findFirst(actor, client_id);
      }
      throw asRefusal(error);
    }
    const { seq, version } = results[0]!.rows[0] as unknown as Raised;
    const message: Message = {
      id,
      conversation: conversation.conversation_id,
      seq,
      version,
      client_id,
      kind: "text",
      sender: grant.user,
      content: draft.content,
      timestamp: toTime(at),
      is_read: false,
      is_edited: false,
      is_deleted: false,
      reply_to: quote,
      reactions: [],
      attachments: [],
      source: { kind: "app", name: null },
    };
    emit({ type: "message", conversation: placeOf(grant), message });
    return message;
  }

  /** The message this author first sent under a `client_id`. */
  async function findFirst(actor: Actor, client_id: string): Promise<Message> {
    const row = await store.get(messages.findSent(actor, client_id));
    // Refused as a double, yet not there: the first one shared a commit that failed.
    if (!row) throw new AppError("unavailable");
    return toMessage(row, null);
  }

  async function findQuoted(conversation_id: number, id: number): Promise<Message["reply_to"]> {
    const quoted = await store.get(messages.findQuoted(conversation_id, id));
    if (!quoted) throw new AppError("invalid_input", { field: "reply_to" }, "reply_to");
    return toQuote(quoted);
  }

  /** One message, if this actor may read its conversation. @throws AppError `not_found` */
  async function get(actor: Actor, id: number): Promise<Message> {
    const { row, reads } = await find(actor, id);
    return toMessage(row, reads);
  }

  /**
   * Replaces the text of an own message; admins may edit any.
   * @throws AppError `not_found` also for a deleted one, `forbidden`, `muted`
   */
  async function edit(actor: Actor, id: number, content: string): Promise<Message> {
    const found = await find(actor, id);
    const { grant, row, reads } = found;
    requireOwn(grant, row);
    access.requireVoice(grant);
    if (row.deleted_at !== null) throw new AppError("not_found");
    if (row.content === content) return toMessage(row, reads);
    const at = now();
    const statement = messages.edit(row.conversation_id, id, content, at);
    return await change(found, "edit", { ...row, content, edited_at: at }, statement, at);
  }

  /**
   * Takes the text of an own message away for everybody; admins may delete any. Deleting again changes
   * nothing.
   * @throws AppError `not_found`, `forbidden`
   */
  async function remove(actor: Actor, id: number): Promise<Message> {
    const found = await find(actor, id);
    const { grant, row, reads } = found;
    requireOwn(grant, row);
    if (row.deleted_at !== null) return toMessage(row, reads);
    const at = now();
    const statement = messages.remove(row.conversation_id, id, actor.id, at);
    return await change(found, "delete", { ...row, content: "", deleted_at: at }, statement, at);
  }

  /** A message found through its conversation: a stranger's is not there. */
  async function find(actor: Actor, id: number): Promise<Found> {
    const row = await store.get(messages.find(actor, id));
    if (!row) throw new AppError("not_found");
    const grant = await access.toRead(actor, row.conversation_id);
    return { grant, row, reads: await receipts.of(grant.conversation) };
  }

  async function change(
    { grant, row, reads }: Found,
    type: "edit" | "delete",
    changed: MessageRow,
    statement: Statement,
    at: number,
  ): Promise<Message> {
    const { actor } = grant;
    const kept = { id: nextId(), message_id: row.id, workspace_id: actor.workspace_id };
    const results = await store.batch([
      messages.keepHistory({ ...kept, replaced_at: at, replaced_by: actor.id }),
      conversations.raiseForChange(actOf(grant, at)),
      statement,
      logged(grant, row.id, type === "edit" ? "edited" : "deleted", at),
    ]).catch((error) => {
      throw asRefusal(error);
    });
    const { version } = results[1]!.rows[0] as unknown as Raised;
    const message = toMessage({ ...changed, version }, reads);
    emit({ type, conversation: placeOf(grant), message });
    return message;
  }

  return { prepare, send, get, edit, remove };
}

export type Messages = ReturnType<typeof createMessages>;

interface Found {
  readonly grant: Grant;
  readonly row: MessageRow;
  readonly reads: ReadSeqs;
}

function requireOwn({ actor, moderates }: Grant, row: MessageRow): void {
  if (row.person_id !== actor.id && !moderates) throw new AppError("forbidden");
}

function actOf({ actor, ground, conversation }: Grant, at: number): conversations.Act {
  return { asker: actor, ground, conversation_id: conversation.conversation_id, at };
}

function placeOf({ conversation }: Grant): EventPlace {
  return {
    id: conversation.conversation_id,
    kind: conversation.kind,
    workspace_id: conversation.workspace_id,
  };
}

function logged({ actor, conversation }: Grant, message_id: number, verb: string, at: number): Statement {
  return changes.append({
    workspace_id: conversation.workspace_id,
    conversation_id: conversation.conversation_id,
    entity: "message",
    entity_id: message_id,
    verb,
    actor_id: actor.id,
    created_at: at,
  });
}

/** A batch that met other rows than expected lost its right or its message in between: as if not there. */
function asRefusal(error: unknown): unknown {
  if (error instanceof ExpectationFailed) return new AppError("not_found");
  if (error instanceof StoreUnavailable) return new AppError("unavailable");
  return error;
}
