import type { Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { ATTACHMENTS_MAX } from "@/lib/protocol/uploads.ts";
import * as attachmentRows from "@/db/attachments.ts";
import type { AttachmentRow } from "@/db/attachments.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { Raised, ReadRow } from "@/db/conversations.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow, QuoteRow } from "@/db/messages.ts";
import * as files from "@/db/files.ts";
import type { NewFile } from "@/db/files.ts";
import type { Ground } from "@/db/standing.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Attached } from "./attachments.ts";
import type { Actor } from "./actor.ts";
import type { Commit } from "./commit.ts";
import { toAttachment, toMessage, toQuote, toTime } from "./entities.ts";
import type { Emit, EventPlace } from "./events.ts";
import { keepsReceipts, toReadSeqs } from "./reads.ts";
import type { Receipts } from "./reads.ts";

/** A message somebody wants to send; the content is validated at the edge. */
export interface Draft {
  readonly conversation_id: number;
  readonly content: string;
  /** The same one again returns the first message and creates nothing. Made up here when left out. */
  readonly client_id?: string;
  /** A message of the same conversation. */
  readonly reply_to?: number | null;
  /** Files whose bytes are on disk already, at most {@link ATTACHMENTS_MAX}; with them the content may be empty. */
  readonly files?: readonly DraftFile[];
}

/** A file to attach, and what it is called. */
export interface DraftFile {
  readonly file: NewFile;
  readonly name: string;
}

/** Place of the statement that stands for the right, in every batch here. */
const RIGHT = 0;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly receipts: Receipts;
  readonly attached: Attached;
  readonly commit: Commit;
  readonly emit: Emit;
}

/**
 * Writing messages. Each write is one atomic batch that raises the conversation's `version`, stamps the
 * message with it and appends to the log of changes; it is acknowledged and told to others only after
 * the commit.
 */
export function createMessages(
  { store, now, nextId, access, receipts, attached, commit, emit }: Deps,
) {
  /**
   * Checks a draft, and gives the function that hands it to the store at once. Calling those in order
   * commits in order, so a socket can have many messages in flight. What that function returns rejects
   * with AppError `not_found`, `muted`, `invalid_input` for an unknown `reply_to`, `conflict`, `unavailable`.
   * @throws AppError `not_found`, `muted`
   */
  async function prepare(actor: Actor, draft: Draft): Promise<() => Promise<Message>> {
    if ((draft.files?.length ?? 0) > ATTACHMENTS_MAX) {
      throw new AppError("too_many_files", { max: ATTACHMENTS_MAX });
    }
    const grant = await access.toRead(actor, draft.conversation_id);
    try {
      access.requireVoice(grant);
    } catch (refusal) {
      // Said before the restriction, and asked again for want of an answer.
      const first = await findFirst(grant, draft);
      if (!first) throw refusal;
      return () => Promise.resolve(first);
    }
    return () => create(grant, draft);
  }

  /** Commits one message and tells it to all. Sending a `client_id` again returns the first message. */
  async function send(actor: Actor, draft: Draft): Promise<Message> {
    return await (await prepare(actor, draft))();
  }

  function create(grant: Grant, draft: Draft): Promise<Message> {
    const { actor, conversation, ground } = grant;
    const { conversation_id, workspace_id } = conversation;
    const { content, reply_to = null, files: drafts = [] } = draft;
    const id = nextId();
    const at = now();
    const client_id = draft.client_id ?? `${id}`;
    const rows = drafts.map(({ file, name }, position) => ({
      file,
      attachment: {
        ...{ id: nextId(), message_id: id, conversation_id, workspace_id, file_id: file.id, name, position },
        created_at: at,
      },
    }));
    const act = { asker: actor, right: { ground, voice: "needed" }, conversation_id, at } as const;
    const statements: Statement[] = [
      conversations.raiseForMessage(act, id),
      // Read with the commit: an original that is deleted just before it must not be quoted any more.
      ...reply_to === null ? [] : [messages.quoted(conversation_id, reply_to)],
      messages.insert({
        id,
        conversation_id,
        workspace_id,
        author_id: actor.id,
        client_id,
        content,
        reply_to,
        created_at: at,
        attachment_count: rows.length,
      }),
      logged(grant, id, "created", at),
      ...rows.flatMap(({ file, attachment }) => [files.insert(file), attachmentRows.insert(attachment)]),
    ];
    const done = ([raised, quoted]: readonly Result[]) => {
      const message: Message = {
        id,
        conversation: conversation_id,
        ...rowOf<Raised>(raised),
        client_id,
        kind: "text",
        sender: grant.user,
        content,
        timestamp: toTime(at),
        is_read: false,
        is_edited: false,
        is_deleted: false,
        reply_to: reply_to === null ? null : toQuote(rowOf<QuoteRow>(quoted)),
        reactions: [],
        attachments: rows.map(({ file, attachment }) => toAttachment(described(file, attachment))),
        source: { kind: "app", name: null },
      };
      emit({ type: "message", conversation: placeOf(grant), message });
      return message;
    };
    return commit(statements, done).catch((error) => whyNot(error, grant, draft));
  }

  /** What a message that could not be created is answered with. */
  async function whyNot(error: unknown, grant: Grant, draft: Draft): Promise<Message> {
    const repeated = error instanceof UniqueViolation && error.on("messages.client_id");
    const failed = error instanceof ExpectationFailed ? error.index : undefined;
    if (failed === RIGHT) {
      // Gone when it came to writing. Asked again, it is refused with the reason.
      await access.toPost(grant.actor, draft.conversation_id);
      throw new AppError("conflict");
    }
    if (!repeated && failed === undefined) throw error;
    const first = await findFirst(grant, draft);
    if (first) return first;
    // The same person used that name in another workspace, of which nothing is said in this one.
    if (repeated) throw new AppError("conflict", {}, "client_id");
    throw new AppError("invalid_input", { field: "reply_to" }, "reply_to");
  }

  /** The message this author first sent under the draft's `client_id`. */
  async function findFirst({ actor, conversation }: Grant, draft: Draft): Promise<Message | null> {
    if (draft.client_id === undefined) return null;
    const row = await store.get(messages.findSent(actor, draft.client_id));
    if (!row) return null;
    const here = row.conversation_id === conversation.conversation_id;
    return await attached.toMessage(row, here ? await receipts.of(conversation) : null);
  }

  /** One message, if this actor may read its conversation. @throws AppError `not_found` */
  async function get(actor: Actor, id: number): Promise<Message> {
    const { grant, row } = await find(actor, id);
    return await attached.toMessage(row, await receipts.of(grant.conversation));
  }

  /**
   * Replaces the text of an own message; admins may edit any.
   * @throws AppError `not_found` also for a deleted one, `forbidden`, `muted`, `conflict`, `unavailable`
   */
  async function edit(actor: Actor, id: number, content: string): Promise<Message> {
    return await twice(async () => {
      const { grant, row } = await find(actor, id);
      const ground = requireText(grant, "edit", row);
      if (row.deleted_at !== null) throw new AppError("not_found");
      if (row.content === content) {
        return await attached.toMessage(row, await receipts.of(grant.conversation));
      }
      if (content === "" && row.attachment_count === 0) throw new AppError("content_empty", {}, "content");
      const at = now();
      return change(
        { grant, row, ground, type: "edit", at },
        [messages.edit(row.conversation_id, id, content, at)],
      );
    });
  }

  /**
   * Takes the text of an own message away for everybody; admins may delete any, and who leads a group any
   * in it. Deleting again changes nothing.
   * @throws AppError `not_found`, `forbidden`, `conflict`, `unavailable`
   */
  async function remove(actor: Actor, id: number): Promise<Message> {
    return await twice(async () => {
      const { grant, row } = await find(actor, id);
      const ground = requireText(grant, "delete", row);
      if (row.deleted_at !== null) return toMessage(row, await receipts.of(grant.conversation));
      const at = now();
      return change(
        { grant, row, ground, type: "delete", at },
        [messages.remove(row.conversation_id, id, actor.id, at), ...attachmentRows.removeOf(id, at)],
      );
    });
  }

  /** A message found through its conversation: a stranger's is not there. */
  async function find(actor: Actor, id: number): Promise<{ grant: Grant; row: MessageRow }> {
    const row = await store.get(messages.find(actor, id));
    if (!row) throw new AppError("not_found");
    return { grant: await access.toRead(actor, row.conversation_id), row };
  }

  /** Lines of the system are nobody's to change. */
  function requireText(grant: Grant, act: "edit" | "delete", row: MessageRow): Ground {
    const ground = access.toChange(grant, act, row.person_id);
    if (row.kind === "system") throw new AppError("forbidden");
    return ground;
  }

  function change(
    { grant, row, ground, type, at }: Change,
    statements: readonly Statement[],
  ): Promise<Message> {
    const { actor, conversation } = grant;
    const { conversation_id, workspace_id } = conversation;
    const voice = type === "edit" ? "needed" : "not needed";
    const kept = { id: nextId(), message_id: row.id, workspace_id, replaced_at: at, replaced_by: actor.id };
    return commit([
      conversations.raiseForChange({ asker: actor, right: { ground, voice }, conversation_id, at }),
      messages.keepHistory(kept),
      ...statements,
      logged(grant, row.id, type === "edit" ? "edited" : "deleted", at),
      ...asItStands(grant, row.id),
    ], (results) => {
      const message = readAsItStands(grant, results);
      emit({ type, conversation: placeOf(grant), message });
      return message;
    });
  }

  return { prepare, send, get, edit, remove, find, requireText };
}

export type Messages = ReturnType<typeof createMessages>;

interface Change {
  readonly grant: Grant;
  readonly row: MessageRow;
  readonly ground: Ground;
  readonly type: "edit" | "delete";
  readonly at: number;
}

/**
 * Runs an act once more from its checks when what they had found was gone by the time of writing: then the
 * checks say what to answer.
 */
export async function twice<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ExpectationFailed)) throw error;
    }
  }
  throw new AppError("conflict");
}

/**
 * Queries at the end of a batch that changes a message, and {@link readAsItStands} for their results: told as
 * it stands with this commit, since its quote, files and readers may have changed since it was found.
 */
export function asItStands({ actor, conversation }: Grant, message_id: number): Statement[] {
  return [
    messages.find(actor, message_id),
    attachmentRows.ofMessage(message_id),
    ...keepsReceipts(conversation.kind) ? [conversations.leastRead(conversation.conversation_id)] : [],
  ];
}

export function readAsItStands({ conversation }: Grant, results: readonly Result[]): Message {
  const [changed, attached, reads] = results.slice(keepsReceipts(conversation.kind) ? -3 : -2);
  return toMessage(
    rowOf<MessageRow>(changed),
    reads ? toReadSeqs(rowsOf<ReadRow>(reads)) : null,
    rowsOf<AttachmentRow>(attached!),
  );
}

/** What was just written, as it will be read. */
function described(
  { size, type, width = null, height = null, thumbnail_key = null }: NewFile,
  row: { id: number; message_id: number; file_id: number; name: string; created_at: number },
): AttachmentRow {
  return { ...row, size, type, width, height, thumbnail_key };
}

function rowOf<Row>(result: Result | undefined): Row {
  return rowsOf<Row>(result!)[0]!;
}

function rowsOf<Row>(result: Result): readonly Row[] {
  return result.rows as readonly unknown[] as readonly Row[];
}

export function placeOf({ conversation }: Grant): EventPlace {
  return {
    id: conversation.conversation_id,
    kind: conversation.kind,
    workspace_id: conversation.workspace_id,
  };
}

export function logged(
  { actor, conversation }: Grant,
  message_id: number,
  verb: string,
  at: number,
): Statement {
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
