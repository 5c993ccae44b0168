import { useRef } from "preact/hooks";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Attachment } from "@/lib/protocol/entities.ts";
import { FileTile } from "./FileTile.tsx";
import { kindOf, SHOWN_MAX } from "./layout.ts";
import { type Photo, PhotoGrid } from "./PhotoGrid.tsx";
import { Video } from "./Video.tsx";

export interface AttachmentsProps {
  readonly t: ChatText;
  readonly attachments: readonly Attachment[];
  /** A picture was activated; without scripts, or with a key that asks for a tab of its own, it is a link. */
  readonly onOpen?: (attachment: Attachment) => void;
  /** Addresses of the same files on this device, in their order, while they are known. */
  readonly previews?: readonly string[];
  /** All pictures have come: previews are not needed any more. */
  readonly onShown?: () => void;
}

/** What came with a message: pictures together, then films, then files to have. */
export function Attachments({ t, attachments, onOpen, previews, onShown }: AttachmentsProps) {
  const photos = attachments.filter((one) => kindOf(one) === "photo");
  const videos = attachments.filter((one) => kindOf(one) === "video");
  const files = attachments.filter((one) => kindOf(one) === "file");
  const awaited = useRef(new Set(photos.slice(0, SHOWN_MAX).keys()));
  return (
    <div class="attachments">
      {photos.length > 0 && (
        <PhotoGrid
          t={t}
          photos={photos.map((one, index) =>
            toPhoto(t, one, { index, count: photos.length, preview: previews?.[attachments.indexOf(one)] })
          )}
          onOpen={onOpen && ((index, event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            onOpen(photos[index]!);
          })}
          onSettled={onShown && ((index) => {
            if (awaited.current.delete(index) && awaited.current.size === 0) onShown();
          })}
        />
      )}
      {videos.map((one) => <Video key={one.id} t={t} attachment={one} />)}
      {files.map(({ id, file, name, size, type }) => (
        <FileTile key={id} {...{ t, name, size, type }} href={file} />
      ))}
    </div>
  );
}

interface Standing {
  readonly index: number;
  readonly count: number;
  readonly preview: string | undefined;
}

function toPhoto(t: ChatText, one: Attachment, { index, count, preview }: Standing): Photo {
  const { id, file, thumbnail, name, type, width, height } = one;
  const moves = type === "image/gif";
  return {
    ...{ key: id, width, height, preview, href: file },
    // Small pictures stand still: what moves is shown itself.
    src: moves ? file : thumbnail ?? file,
    still: moves ? thumbnail : null,
    label: t.files.photo(name, index + 1, count),
  };
}
