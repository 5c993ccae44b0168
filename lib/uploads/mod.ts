import * as files from "@/db/files.ts";
import type { ServedFile } from "@/db/files.ts";
import type { Store } from "@/db/store.ts";
import * as users from "@/db/users.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Chat } from "@/lib/chat/mod.ts";
import type { ClamdAddress } from "@/lib/config.ts";
import { ClientId } from "@/lib/protocol/content.ts";
import type { Attachment, Conversation, Message } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { ATTACHMENT_MAX, ATTACHMENTS_MAX, filePath, UploadFields } from "@/lib/protocol/uploads.ts";
import type { Log } from "@/lib/web/log.ts";
import type { RateLimiter } from "@/lib/web/rate_limit.ts";
import { createAdmission, type UploadCaps } from "./admission.ts";
import { createHeicDecoder } from "./heic.ts";
import { createImages } from "./images.ts";
import { mediaOf } from "./media_types.ts";
import type { Patience } from "./multipart.ts";
import { createPrepare } from "./prepare.ts";
import { createQuota, MB } from "./quota.ts";
import { createReceive } from "./receive.ts";
import { createScanner } from "./scan.ts";
import { serveFile } from "./serve.ts";
import { createStorage } from "./storage.ts";
import { createSweep } from "./sweep.ts";

export interface UploadsDeps {
  readonly store: Store;
  readonly chat: Chat;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly nextId: () => number;
  readonly log: Log;
  readonly limiter: RateLimiter;
  readonly dir: string;
  /** Megabytes: of one file, of all files of a person, of all files; 0 is no limit for the latter two. */
  readonly max_mb: number;
  readonly quota_mb: number;
  readonly total_mb: number;
  readonly caps: UploadCaps;
  readonly clamd: ClamdAddress | null;
  /** Somebody has another picture, or none. */
  readonly onPersonChanged?: (user_id: number) => void;
  readonly patience?: Patience;
}

/** Bytes of a profile picture before it is made small. */
const PICTURE_MAX = 10 * MB;

/** What people upload: received, made safe to show, kept, served and swept away. */
export function createUploads(deps: UploadsDeps) {
  const { store, chat, now, log, clamd, max_mb, onPersonChanged = () => {} } = deps;
  const storage = createStorage(deps.dir);
  const quota = createQuota({ store, per_person: deps.quota_mb * MB, per_server: deps.total_mb * MB });
  const scanner = clamd === null ? null : createScanner(clamd);
  const prepare = createPrepare({
    ...deps,
    ...{ storage, scanner, images: createImages(), heic: createHeicDecoder() },
  });
  const receive = createReceive({ ...deps, storage, quota, prepare, admission: createAdmission(deps.caps) });
  const { open, sweep } = createSweep({ store, storage, quota, log, now });

  /**
   * Sends the files of a request as one message with what is written beside them: into the conversation
   * that is named, else the global room. It is there complete or not at all.
   * @param key `Idempotency-Key` of the request; a `client_id` in the body goes before it
   */
  function sendMessage(actor: Actor, request: Request, key: string | null): Promise<Message> {
    return receive(actor, request, {
      ...{ purpose: "attachment", limit: max_mb * MB, maxFiles: ATTACHMENTS_MAX },
      async allow({ conversation_id }) {
        if (!conversation_id) return;
        await chat.access.toRead(actor, await placeOf(actor, UploadFields.parse({ conversation_id })));
      },
      async accept(fields) {
        const parsed = UploadFields.parse(fields);
        const place = await placeOf(actor, parsed);
        // Who repeats what was said before a restriction gets the first answer.
        const repeatable = parsed.client_id !== undefined || key !== null;
        await (repeatable ? chat.access.toRead : chat.access.toPost)(actor, place);
      },
      async use(prepared, fields) {
        const parsed = UploadFields.parse(fields);
        const conversation_id = await placeOf(actor, parsed);
        const client_id = parsed.client_id ?? (key === null ? undefined : ClientId.parse(key));
        return await chat.messages.send(actor, { ...parsed, conversation_id, client_id, files: prepared });
      },
    });
  }

  async function placeOf(actor: Actor, { conversation_id }: UploadFields): Promise<number> {
    return conversation_id ?? await chat.conversations.globalId(actor);
  }

  /** Adds the file of a request to a message that stands already. */
  async function addAttachment(
    actor: Actor,
    place: { conversation_id: number; message_id: number },
    request: Request,
    key: string | null,
  ): Promise<Attachment> {
    const client_id = key === null ? undefined : ClientId.parse(key);
    const first = await chat.attachments.findSent(actor, place, client_id);
    if (first) return first;
    await chat.attachments.requireAddable(actor, place);
    return await receive(actor, request, {
      ...{ purpose: "attachment", limit: ATTACHMENT_MAX, maxFiles: 1 },
      use: ([prepared]) => chat.attachments.add(actor, place, { ...prepared!, client_id }),
    });
  }

  /** Makes the file of a request one's picture. */
  async function setPicture(actor: Actor, request: Request): Promise<void> {
    await receive(actor, request, {
      ...{ purpose: "picture", limit: PICTURE_MAX, maxFiles: 1 },
      async use([prepared]) {
        const { file, name } = prepared!;
        await store.batch([
          files.insert(file),
          files.releasePictures(actor, file.id, now()),
          users.update(actor.id, { picture: filePath(file.id, name) }, now()),
        ]);
        onPersonChanged(actor.id);
      },
    });
  }

  async function removePicture(actor: Actor): Promise<void> {
    await store.batch([
      files.releasePictures(actor, null, now()),
      users.update(actor.id, { picture: null }, now()),
    ]);
    onPersonChanged(actor.id);
  }

  /** Makes the file of a request the picture of a group. @throws AppError as `receive` and `chat.groups` */
  async function setGroupPicture(actor: Actor, id: number, request: Request): Promise<Conversation> {
    await chat.groups.requireDescribable(actor, id);
    return await receive(actor, request, {
      ...{ purpose: "picture", limit: PICTURE_MAX, maxFiles: 1 },
      use: ([prepared]) => chat.groups.setPicture(actor, id, prepared!),
    });
  }

  /**
   * Answers with a file, for whoever may read a conversation it is attached in or shows; a picture of a person
   * for whoever is in a workspace with them.
   * @throws AppError `not_found`
   */
  async function serve(
    actor: Actor,
    file_id: number,
    request: Request,
    { thumbnail = false, download = false }: { thumbnail?: boolean; download?: boolean } = {},
  ): Promise<Response> {
    const file = await store.get(files.find({ id: file_id }));
    if (!file) throw new AppError("not_found");
    const name = await nameFor(actor, file);
    const { hash, storage_key, thumbnail_key, type } = file;
    if (thumbnail) {
      if (thumbnail_key === null) throw new AppError("not_found");
      const small = {
        type: "image/webp",
        name: "thumbnail.webp",
        inline: true,
        etag: `"t-${hash.slice(0, 32)}"`,
      };
      return await serveFile(request, { ...small, path: storage.pathOf(thumbnail_key) });
    }
    const inline = !download && (mediaOf(type)?.inline ?? false);
    const etag = `"${hash.slice(0, 32)}"`;
    return await serveFile(request, { type, name, inline, etag, path: storage.pathOf(storage_key) });
  }

  /** What the file is called for this actor. @throws AppError `not_found` for who may not have it */
  async function nameFor(actor: Actor, file: ServedFile): Promise<string> {
    const { id, purpose, owner_id, conversation_id } = file;
    if (purpose === "attachment") return await chat.attachments.requireReadable(actor, id);
    if (conversation_id !== null) await chat.access.toRead(actor, conversation_id);
    else await chat.people.get({ id: owner_id, workspace_id: actor.workspace_id });
    return "picture.webp";
  }

  return { open, sweep, sendMessage, addAttachment, setPicture, removePicture, setGroupPicture, serve };
}

export type Uploads = ReturnType<typeof createUploads>;
