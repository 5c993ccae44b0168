import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Attachment } from "@/lib/protocol/entities.ts";
import { FileTile } from "./FileTile.tsx";
import { roomFor } from "./layout.ts";

export interface VideoProps {
  readonly t: ChatText;
  readonly attachment: Attachment;
}

/** A film in its own shape. One that the browser cannot play is a file to have. */
export function Video({ t, attachment }: VideoProps) {
  const { file, name, size, type } = attachment;
  const video = useRef<HTMLVideoElement>(null);
  /** The address that gave no film; another one may. */
  const failed = useSignal<string | null>(null);

  useEffect(() => {
    // It may have failed before the scripts came.
    if (video.current?.error) failed.value = file;
  }, [file]);

  if (failed.value === file) return <FileTile {...{ t, name, size, type }} href={file} />;
  return (
    <video
      ref={video}
      class="shot-video"
      src={file}
      {...roomFor(attachment)}
      controls
      playsInline
      preload="metadata"
      aria-label={t.files.video(name)}
      onError={() => void (failed.value = file)}
    />
  );
}
