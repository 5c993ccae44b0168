import type { Attachment } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { ATTACHMENTS_MAX } from "@/lib/protocol/uploads.ts";
import * as attachments from "@/db/attachments.ts";
import * as files from "@/db/files.ts";
import type { NewFile } from "@/db/files.ts";
import * as messages from "@/db/messages.ts";
import type { MessageRow } from "@/db/messages.ts";
import type { Ground } from "@/db/standing.ts";
import { UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import { toAttachment } from "./entities.ts";
import type { Messages } from "./messages.ts";

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  readonly access: Access;
  readonly messages: Messages;
}

/** A file to add to a message that stands already. */
export interface Addition {
  readonly file: NewFile;
  readonly name: string;
  /** The same one again gives the first attachment and creates nothing. */
  readonly client_id?: string;
}

/** Adding files to messages, and who may fetch them. */
export function createAttachments({ store, now, nextId, access, messages: core }: Deps) {
  /**
   * Whether this actor may add to that message: its author, or an admin. Asked before a file is received.
   * @throws AppError `not_found`, `forbidden`, `muted`, `too_many_files`
   */
  async function requireAddable(
    actor: Actor,
    { conversation_id, message_id }: { conversation_id: number; message_id: number },
  ): Promise<{ grant: Grant; row: MessageRow; ground: Ground }> {
    const { grant, row } = await core.find(actor, message_id);
    if (row.conversation_id !== conversation_id) throw new AppError("not_found");
    const ground = core.requireText(grant, "edit", row);
    if (row.deleted_at !== null) throw new AppError("not_found");
    if (row.attachment_count >= ATTACHMENTS_MAX) {
      throw new AppError("too_many_files", { max: ATTACHMENTS_MAX });
    }
    return { grant, row, ground };
  }

  /** The attachment that was added to a message under this `client_id`, for who may add to it. */
  async function findSent(
    actor: Actor,
    place: { conversation_id: number; message_id: number },
    client_id: string | undefined,
  ): Promise<Attachment | null> {
    if (client_id === undefined) return null;
    const { grant, row } = await core.find(actor, place.message_id);
    if (row.conversation_id !== place.conversation_id) throw new AppError("not_found");
    core.requireText(grant, "edit", row);
    const sent = await store.get(attachments.findSent(place.message_id, client_id));
    return sent ? toAttachment(sent) : null;
  }

  /**
   * Adds a file whose bytes are on disk. Raises the version and tells everybody, as an edit that leaves the
   * text and `is_edited` as they are.
   * @throws AppError as {@link requireAddable}, `conflict`, `unavailable`: then the file is not in use
   */
  async function add(
    actor: Actor,
    place: { conversation_id: number; message_id: number },
    { file, name, client_id }: Addition,
  ): Promise<Attachment> {
    return await twice(async () => {
      const { grant, row, ground } = await requireAddable(actor, place);
      const { conversation_id, message_id } = place;
      const { workspace_id } = grant.conversation;
      const id = nextId(), at = now();
      const attachment = { id, message_id, conversation_id, workspace_id, file_id: file.id, name };
      const changed = await core.change({ grant, row, ground, type: "edit", verb: "attached", at }, [
        messages.countAttachment(conversation_id, message_id, ATTACHMENTS_MAX),
        files.insert(file),
        attachments.append({ ...attachment, client_id, created_at: at }),
      ]);
      return changed.attachments.find((one) => one.id === id)!;
    }).catch(async (error) => {
      if (!(error instanceof UniqueViolation)) throw error;
      const first = await findSent(actor, place, client_id);
      if (first) return first;
      throw new AppError("conflict");
    });
  }

  /**
   * Whether this actor may fetch a file that is attached somewhere: they may read one of those
   * conversations. What it is called there.
   * @throws AppError `not_found`
   */
  async function requireReadable(actor: Actor, file_id: number): Promise<string> {
    for (const { conversation_id, name } of await store.all(attachments.placesOf(file_id))) {
      try {
        await access.toRead(actor, conversation_id);
        return name;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== "not_found") throw error;
      }
    }
    throw new AppError("not_found");
  }

  return { requireAddable, findSent, add, requireReadable };
}

export type Attachments = ReturnType<typeof createAttachments>;
