import type { Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { ATTACHMENTS_MAX } from "@/lib/protocol/uploads.ts";
import * as attachments from "@/db/attachments.ts";
import type { AttachmentRow } from "@/db/attachments.ts";
import * as audit from "@/db/audit.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import type { Raised } from "@/db/conversations.ts";
import * as files from "@/db/files.ts";
import type { NewFile } from "@/db/files.ts";
import * as mentions from "@/db/mentions.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow, QuoteRow, Source } from "@/db/messages.ts";
import type { Ground } from "@/db/standing.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Result, Statement, Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { rowOf, rowsOf, twice } from "./commit.ts";
import type { Commit } from "./commit.ts";
import { detailsOf } from "./details.ts";
import type { Details } from "./details.ts";
import { toAttachment, toMessage, toQuote, toTime } from "./entities.ts";
import type { ChatEvent, Emit, EventPlace } from "./events.ts";
import { calledIn } from "./mentions.ts";

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
  readonly details: Details;
  readonly commit: Commit;
  readonly emit: Emit;
}

/**
 * Writing messages. Each write is one atomic batch that raises the conversation's `version`, stamps the
 * message with it and appends to the log of changes; it is acknowledged and told to others only after
 * the commit.
 */
export function createMessages({ store, now, nextId, access, details, commit, emit }: Deps) {
  /**
   * Checks a draft, and gives the function that hands it to the store at once. Calling those in order
   * commits in order, so a socket can have many messages in flight. What that function returns rejects
   * with AppError `not_found`, `muted`, `invalid_input` for an unknown `reply_to`, `conflict`, `unavailable`.
   * @throws AppError `not_found`, `muted`, `too_many_files`
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
    const called = calledIn(content);
    const attached = drafts.map(({ file, name }, position) => ({
      file,
      row: {
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
        attachment_count: attached.length,
      }, sourceOf(grant)),
      logged(grant, id, "created", at),
      ...attached.flatMap(({ file, row }) => [files.insert(file), attachments.insert(row)]),
      ...called.length === 0 ? [] : [mentions.insert(conversation.kind, called, { message_id: id, at })],
    ];
    const done = (results: readonly Result[]) => {
      const [raised, quoted] = results;
      const message: Message = {
        id,
        conversation: conversation_id,
        ...rowOf<Raised>(raised),
        client_id,
        kind: "text",
        sender: grant.user,
        content,
        params: null,
        timestamp: toTime(at),
        is_read: false,
        is_edited: false,
        is_deleted: false,
        reply_to: reply_to === null ? null : toQuote(rowOf<QuoteRow>(quoted)),
        reactions: [],
        mentions: called.length === 0 ? [] : toIds(results.at(-1)!),
        is_pinned: false,
        attachments: attached.map(({ file, row }) => toAttachment(described(file, row))),
        source: conversation.site_id === null
          ? { kind: "app", name: null }
          : { kind: "site", name: conversation.site_name },
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
  async function findFirst(grant: Grant, draft: Draft): Promise<Message | null> {
    const { actor, conversation } = grant;
    if (draft.client_id === undefined) return null;
    const row = await store.get(messages.findSent(actor, draft.client_id));
    if (!row) return null;
    const beside = await details.of(grant, [row]);
    // Receipts are those of the conversation it was sent to.
    const here = row.conversation_id === conversation.conversation_id;
    return toMessage(row, here ? beside : { ...beside, reads: null });
  }

  /** One message, if this actor may read its conversation. @throws AppError `not_found` */
  async function get(actor: Actor, id: number): Promise<Message> {
    const { grant, row } = await find(actor, id);
    return await show(grant, row);
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
      if (row.content === content) return await show(grant, row);
      if (content === "" && row.attachment_count === 0) throw new AppError("content_empty", {}, "content");
      const at = now();
      const kind = grant.conversation.kind;
      const called = calledIn(content);
      return change({ grant, row, ground, type: "edit", verb: "edited", at }, [
        keepHistory(grant, id, at),
        ...recorded(grant, row, "message.edit", at),
        messages.edit(row.conversation_id, id, content, at),
        ...forgetMentions(row),
        ...called.length === 0 ? [] : [mentions.insert(kind, called, { message_id: id, at })],
      ]);
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
      if (row.deleted_at !== null) return await show(grant, row);
      const at = now();
      return change({ grant, row, ground, type: "delete", verb: "deleted", at }, [
        keepHistory(grant, id, at),
        ...recorded(grant, row, "message.delete", at),
        messages.remove(row.conversation_id, id, actor.id, at),
        ...attachments.removeOf(id, at),
        ...forgetMentions(row),
      ]);
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

  function keepHistory({ actor }: Grant, message_id: number, at: number): Statement {
    const { id: replaced_by, workspace_id } = actor;
    return messages.keepHistory({ id: nextId(), message_id, workspace_id, replaced_at: at, replaced_by });
  }

  /** Whoever changes what somebody else said answers for it. */
  function recorded({ actor }: Grant, row: MessageRow, action: string, at: number): Statement[] {
    if (row.person_id === actor.id) return [];
    const { workspace_id, id: actor_id } = actor;
    const details = JSON.stringify({ conversation_id: row.conversation_id, author_id: row.person_id });
    return [audit.append({
      ...{ id: nextId(), workspace_id, actor_id, action, entity: "message", entity_id: row.id },
      ...{ details, created_at: at },
    })];
  }

  /** A message as it was found. */
  async function show(grant: Grant, row: MessageRow): Promise<Message> {
    return toMessage(row, await details.of(grant, [row]));
  }

  /**
   * Commits a change of a message and tells it to all: raises the version, runs `statements`, one of which
   * must stamp the message with it.
   */
  function change(
    { grant, row, ground, type, verb, at }: Change,
    statements: readonly Statement[],
  ): Promise<Message> {
    const { actor, conversation: { conversation_id } } = grant;
    const voice = type === "delete" ? "not needed" : "needed";
    const beside = detailsOf(grant, row.id);
    return commit([
      conversations.raiseForChange({ asker: actor, right: { ground, voice }, conversation_id, at }),
      ...statements,
      logged(grant, row.id, verb, at),
      // Told as it stands with this commit: its quote and readers may have changed since it was found.
      messages.find(actor, row.id),
      ...beside.statements,
    ], (results) => {
      const [changed, ...more] = results.slice(statements.length + 2);
      const message = toMessage(rowOf<MessageRow>(changed), beside.read(more));
      emit(toEvent(grant, type, message));
      return message;
    });
  }

  return { prepare, send, get, edit, remove, find, requireText, show, change };
}

export type Messages = ReturnType<typeof createMessages>;

/** A change of a message that was found allowed. */
export interface Change {
  readonly grant: Grant;
  readonly row: MessageRow;
  readonly ground: Ground;
  readonly type: "edit" | "delete" | "react" | "pin";
  /** For the log of changes. */
  readonly verb: string;
  readonly at: number;
}

function toEvent(grant: Grant, type: Change["type"], message: Message): ChatEvent {
  const conversation = placeOf(grant);
  return type === "react"
    ? { type, conversation, message, actor_id: grant.actor.id }
    : { type, conversation, message };
}

/** What is just being written, as it will be read. */
function described(
  { size, type, width = null, height = null, thumbnail_key = null }: NewFile,
  row: { id: number; message_id: number; file_id: number; name: string; created_at: number },
): AttachmentRow {
  return { ...row, size, type, width, height, thumbnail_key };
}

function forgetMentions({ id, content }: MessageRow): Statement[] {
  return content.includes("@") ? [mentions.clear({ message_id: id })] : [];
}

function toIds(mentioned: Result): number[] {
  return rowsOf<{ actor_id: number }>(mentioned).map(({ actor_id }) => actor_id).sort((a, b) => a - b);
}

function placeOf({ conversation }: Grant): EventPlace {
  return {
    id: conversation.conversation_id,
    kind: conversation.kind,
    workspace_id: conversation.workspace_id,
  };
}

function sourceOf({ conversation: { site_id } }: Grant): Source {
  return site_id === null ? { source: "app", source_id: null } : { source: "site", source_id: site_id };
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
