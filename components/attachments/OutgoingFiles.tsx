import { Icon } from "@/components/Icon.tsx";
import { clock3 } from "@/components/icons.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { OutgoingFile } from "@/lib/realtime/client/outbox.ts";
import { shares } from "@/lib/realtime/client/upload_rules.ts";
import type { Parcel } from "@/lib/realtime/client/parcel.ts";
import { FileTile } from "./FileTile.tsx";
import { PhotoGrid } from "./PhotoGrid.tsx";
import { Ring } from "./Ring.tsx";

export interface OutgoingFilesProps {
  readonly t: ChatText;
  readonly files: readonly OutgoingFile[];
  /** Not known until the page has looked for what an earlier visit left. */
  readonly parcel: Parcel | undefined;
  readonly is_failed: boolean;
  readonly onCancel: () => void;
}

/** Files on their way, shown from this device, each with how far it has come. */
export function OutgoingFiles({ t, files, parcel, is_failed, onCancel }: OutgoingFilesProps) {
  const fraction = parcel?.fraction.value ?? 0;
  const sent = shares(files.map(({ size }) => size), fraction);
  const all = files.map((file, index) => ({ ...file, index, preview: parcel?.previews[index] || null }));
  const photos = all.filter(({ preview }) => preview !== null);
  const moves = fraction > 0 && !is_failed;
  return (
    <div class="attachments">
      {photos.length > 0 && (
        <PhotoGrid
          t={t}
          photos={photos.map(({ index, preview, name, width, height }, place) => ({
            ...{ key: index, src: preview!, width, height },
            label: t.files.photo(name, place + 1, photos.length),
          }))}
          over={(place) => {
            const of = sent[photos[place]!.index]!;
            return of < 1 && <span class="shot-over">{moves && <Ring t={t} of={of} />}</span>;
          }}
        />
      )}
      {all.filter(({ preview }) => preview === null).map(({ index, name, size, type }) => (
        <FileTile
          key={index}
          {...{ t, name, size, type }}
          sign={moves && sent[index]! < 1 ? <Ring t={t} of={sent[index]!} /> : undefined}
        />
      ))}
      {!is_failed && <Progress t={t} files={files} fraction={fraction} onCancel={onCancel} />}
    </div>
  );
}

interface ProgressProps extends Pick<OutgoingFilesProps, "t" | "files" | "onCancel"> {
  readonly fraction: number;
}

function Progress({ t, files, fraction, onCancel }: ProgressProps) {
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const words = fraction === 0
    ? t.files.waiting
    : fraction === 1
    ? t.files.finishing
    : t.files.progress(t.files.size(fraction * total), t.files.size(total));
  return (
    <div class="flex items-center gap-3 text-12 leading-[22px] text-muted">
      <span
        class="inline-flex items-center gap-1.5"
        role="progressbar"
        aria-label={t.files.sending}
        aria-valuenow={Math.round(fraction * 100)}
        aria-valuetext={words}
      >
        <Icon of={clock3} size={14} />
        {words}
      </span>
      <button
        type="button"
        class="font-600 text-ink underline underline-offset-[3px] decoration-line-strong hover:decoration-current coarse:min-h-11"
        onClick={onCancel}
      >
        {t.files.cancel}
      </button>
    </div>
  );
}
