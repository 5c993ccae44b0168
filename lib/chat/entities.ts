import type { Attachment, LineParams, Message, Quote, Reaction, RoomRole } from "@/lib/protocol/entities.ts";
import { filePath, thumbnailPath } from "@/lib/protocol/uploads.ts";
import type { AttachmentRow } from "@/db/attachments.ts";
import type { MessageRow, QuoteRow } from "@/db/messages.ts";
import type { NamedRow } from "@/db/people.ts";
import { toUser } from "./people.ts";
import type { Tiers } from "./ranks.ts";

/**
 * How far participants have read, where receipts are kept; null where they are not. Not more of them are
 * needed than the two who have read least.
 */
export type ReadSeqs = ReadonlyMap<number, number> | null;

/** What a message is shown with beside its own row. */
export interface Beside {
  readonly reads: ReadSeqs;
  /** By message id, like the mentions and attachments. */
  readonly reactions: ReadonlyMap<number, Reaction[]>;
  readonly mentions: ReadonlyMap<number, number[]>;
  readonly attachments: ReadonlyMap<number, AttachmentRow[]>;
  /** By their id, the people whom lines of the system name. */
  readonly named: ReadonlyMap<number, Name>;
  readonly tiers: Tiers;
}

/**
 * A stored message as every dialect shows it. It is the same for all who may see it, but that who asks is
 * named among many who reacted.
 */
export function toMessage(
  row: MessageRow,
  { reads, reactions, mentions, attachments, named, tiers }: Beside,
): Message {
  const is_deleted = row.deleted_at !== null;
  return {
    id: row.id,
    conversation: row.conversation_id,
    seq: row.seq,
    version: row.version,
    client_id: row.client_id,
    kind: row.kind,
    sender: toUser(row, tiers),
    content: row.content,
    params: toParams(row, named),
    timestamp: toTime(row.created_at),
    is_read: isRead(row.seq, row.person_id, reads),
    is_edited: row.edited_at !== null,
    is_deleted,
    reply_to: toQuote(row),
    // They stay with their votes in the database: what was earned is not lost with a deletion.
    reactions: is_deleted ? [] : reactions.get(row.id) ?? [],
    mentions: mentions.get(row.id) ?? [],
    is_pinned: row.pinned_at !== null,
    attachments: attachments.get(row.id)?.map(toAttachment) ?? [],
    source: { kind: row.source, name: row.source_name },
  };
}

/** How a line of the system names somebody. */
export type Name = NonNullable<LineParams["users"]>[number];

/**
 * What is kept of a line. People by id alone: they are called as they are when it is read, so that a new name
 * stands in old lines too and an erased one in none.
 */
export interface KeptParams {
  readonly users?: readonly number[];
  /** How many they are, where not all are kept. */
  readonly count?: number;
  readonly name?: string;
  readonly topic?: string;
  readonly role?: RoomRole;
}

/** What is kept of a line; null of any other message. */
export function readParams({ params }: Pick<MessageRow, "params">): KeptParams | null {
  return params === null ? null : JSON.parse(params);
}

function toParams(row: Pick<MessageRow, "params">, named: ReadonlyMap<number, Name>): LineParams | null {
  const kept = readParams(row);
  if (kept === null) return null;
  const { users, ...plain } = kept;
  return users ? { ...plain, users: users.flatMap((id) => named.get(id) ?? []) } : plain;
}

export function toName(row: NamedRow): Name {
  return {
    id: row.person_id,
    username: row.username ?? row.person_name ?? "",
    first_name: row.first_name ?? "",
    last_name: row.last_name ?? "",
  };
}

/** An attached file as clients know it. */
export function toAttachment(row: AttachmentRow): Attachment {
  const { id, message_id: message, file_id, name, size, type, width, height } = row;
  return {
    id,
    message,
    file: filePath(file_id, name),
    uploaded_at: toTime(row.created_at),
    name,
    size,
    type,
    width,
    height,
    thumbnail: row.thumbnail_key === null ? null : thumbnailPath(file_id),
  };
}

/** Epoch milliseconds as ISO 8601 UTC. */
export function toTime(at: number): string {
  return new Date(at).toISOString();
}

/** Those who answer a ticket without being in it, as one reader: to who asks they are one. */
export const DESK = 0;

/** Whether every other participant has read as far as this message, and in a ticket somebody of the desk. */
export function isRead(seq: number, author_id: number, reads: ReadSeqs): boolean {
  if (reads === null) return false;
  let others = 0;
  for (const [actor_id, read_seq] of reads) {
    if (actor_id === author_id || (actor_id === DESK && !reads.has(author_id))) continue;
    if (read_seq < seq) return false;
    others++;
  }
  return others > 0;
}

/** What a reply shows of its original. */
export function toQuote(row: QuoteRow): Quote | null {
  if (row.quote_id === null) return null;
  return {
    id: row.quote_id,
    seq: row.quote_seq!,
    sender: {
      id: row.quote_author_id!,
      username: row.quote_username ?? row.quote_author_name ?? "",
      first_name: row.quote_first_name ?? "",
      last_name: row.quote_last_name ?? "",
      profile_picture: row.quote_picture,
      role: row.quote_role,
    },
    content: row.quote_content!,
    is_deleted: row.quote_deleted_at !== null,
    source: { kind: row.quote_source!, name: row.quote_source_name },
  };
}
