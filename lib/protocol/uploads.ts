import { z } from "zod";
import { Caption, ClientId } from "./content.ts";
import { Id } from "./entities.ts";

/** Bytes of a file added to a message by `POST …/attachments/`. */
export const ATTACHMENT_MAX = 10 * 1024 * 1024;
/** Files of one message. */
export const ATTACHMENTS_MAX = 10;
/** Longest name of a file, in code points. */
export const FILE_NAME_MAX = 120;

/** A number as a form has it: text. */
const FormId = z.string().regex(/^[1-9]\d{0,15}$/).transform(Number).pipe(Id);

/** The fields beside the files of `POST /api/messages/upload`. Left empty they count as left out. */
export const UploadFields = z.preprocess(
  (fields) =>
    Object.fromEntries(Object.entries(fields as Record<string, string>).filter(([, value]) => value !== "")),
  z.object({
    content: Caption.default(""),
    conversation_id: FormId.optional(),
    client_id: ClientId.optional(),
    reply_to: FormId.optional(),
  }),
);
export type UploadFields = z.infer<typeof UploadFields>;

/** Where a file is fetched: from the root, as no proxy's address is known to a socket. */
export function filePath(file_id: number, name: string): string {
  return `/files/${file_id}/${encodeURIComponent(name)}`;
}

/** Where the small WebP of a file is fetched. */
export function thumbnailPath(file_id: number): string {
  return `/files/${file_id}/thumbnail`;
}
