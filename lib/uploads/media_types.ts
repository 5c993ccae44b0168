import { fileTypeFromBuffer } from "file-type";
import { AppError } from "@/lib/protocol/errors.ts";

/** A kind of file that is accepted, as it is kept and served. */
export interface MediaType {
  /** MIME type. */
  readonly type: string;
  /** `heic` is kept as it came, but for what it tells of its maker. */
  readonly kind: "image" | "heic" | "video";
  /** Its own ending, and others that people's programs give it. */
  readonly extensions: readonly [string, ...string[]];
  /** Whether a browser may show it as a page of its own; the rest is only downloaded. */
  readonly inline: boolean;
}

const JPEG = image("image/jpeg", "jpg", "jpeg");
const PNG = image("image/png", "png");
const WEBP = image("image/webp", "webp");
const GIF = image("image/gif", "gif");
const AVIF = image("image/avif", "avif");
const HEIC: MediaType = { type: "image/heic", kind: "heic", extensions: ["heic"], inline: false };
const MP4: MediaType = { type: "video/mp4", kind: "video", extensions: ["mp4", "mov"], inline: true };
const MOV: MediaType = { type: "video/quicktime", kind: "video", extensions: ["mov", "mp4"], inline: true };

function image(type: string, ...extensions: [string, ...string[]]): MediaType {
  return { type, kind: "image", extensions, inline: true };
}

const ACCEPTED: readonly MediaType[] = [JPEG, PNG, WEBP, GIF, AVIF, HEIC, MP4, MOV];

/** What the content is found to be, by the names of `file-type`. */
const BY_CONTENT: Readonly<Record<string, MediaType>> = {
  "image/jpeg": JPEG,
  "image/png": PNG,
  // An animated PNG shows its first frame wherever animations are not known, and is kept as that.
  "image/apng": PNG,
  "image/webp": WEBP,
  "image/gif": GIF,
  "image/avif": AVIF,
  "image/heic": HEIC,
  "image/heif": HEIC,
  "image/heic-sequence": HEIC,
  "image/heif-sequence": HEIC,
  "video/mp4": MP4,
  "video/x-m4v": MP4,
  "video/quicktime": MOV,
};

/** How many bytes from the beginning of a file are looked at. */
export const HEAD_BYTES = 4100;

/**
 * What a file is: by its content, with an ending that agrees. The name alone is believed in nothing.
 * @param head its first {@link HEAD_BYTES}
 * @throws AppError `file_type_unsupported`
 */
export async function detect(head: Uint8Array, name: string): Promise<MediaType> {
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  const media = found && Object.hasOwn(BY_CONTENT, found.mime) ? BY_CONTENT[found.mime]! : undefined;
  if (!found || !media) throw new AppError("file_type_unsupported");
  const extension = extensionOf(name);
  // "mif1" says no more than that pictures are inside; AVIF may call itself so.
  if (found.mime === "image/heif" && extension === "avif") return AVIF;
  if (!media.extensions.includes(extension)) {
    throw new AppError("file_type_unsupported", { real: media.extensions[0] });
  }
  return media;
}

/** How a stored type is served; null for what is none of ours. */
export function mediaOf(type: string): MediaType | null {
  return ACCEPTED.find((media) => media.type === type) ?? null;
}

function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
