import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Attachment } from "@/lib/protocol/entities.ts";

/** A picture alone in its message is at most this large, in pixels of the page. */
const ALONE = { width: 400, height: 320 };
/** Pictures of one message that are shown; the last of them says how many more there are. */
export const SHOWN_MAX = 5;
/** What browsers show by themselves. */
const SHOWN_TYPES = /^image\/(jpeg|png|webp|gif|avif)$/;

export interface Edges {
  /** Pixels; null where they are not known. */
  readonly width: number | null;
  readonly height: number | null;
}

/** How an attachment is drawn. A picture that nothing can show is a file like any other. */
export function kindOf(
  { type, thumbnail }: Pick<Attachment, "type" | "thumbnail">,
): "photo" | "video" | "file" {
  if (type.startsWith("image/") && (thumbnail !== null || SHOWN_TYPES.test(type))) return "photo";
  return type.startsWith("video/") ? "video" : "file";
}

/**
 * The room a picture takes when it stands alone: its own shape, within bounds, and never larger than it is.
 * Known before it comes, so that nothing jumps when it does.
 */
export function roomFor({ width, height }: Edges): { width: number; height: number } {
  if (!width || !height) return { width: 320, height: 240 };
  const scale = Math.min(1, ALONE.width / width, ALONE.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** What stands for the files of a message where there is room for words alone, such as a list. */
export function describe(
  t: ChatText,
  attachments: readonly Pick<Attachment, "type" | "thumbnail">[],
): string {
  const kinds = new Set(attachments.map(kindOf));
  const count = attachments.length;
  if (kinds.size !== 1 || kinds.has("file")) return t.files.count(count);
  return kinds.has("photo") ? t.files.photos(count) : t.files.videos(count);
}

/** The text of a message, or what it consists of where it has none. */
export function summary(
  t: ChatText,
  { content, attachments }: { content: string; attachments: Parameters<typeof describe>[1] },
): string {
  return content === "" && attachments.length > 0 ? describe(t, attachments) : content;
}
