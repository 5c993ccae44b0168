import { Icon } from "@/components/Icon.tsx";
import { image, x } from "@/components/icons.ts";
import { file as fileIcon, film } from "@/components/late_icons.ts";
import type { Chosen } from "./tray.ts";
import type { RoomView } from "./view.ts";

/** What goes with the next message, each with a way to leave it out. */
export function TrayList({ view }: { view: RoomView }) {
  const { t, tray, field } = view;
  const files = tray.files.value;
  if (files.length === 0) return null;

  function remove(id: number): void {
    tray.remove(id);
    field.current?.focus();
  }

  return (
    <ul class="tray" aria-label={t.files.chosen}>
      {files.map((one) => (
        <li key={one.id} class="tray-item">
          {one.url === null ? <FileFace one={one} size={t.files.size(one.file.size)} /> : (
            <img
              class="tray-image"
              src={one.url}
              alt={one.file.name}
              draggable={false}
              onLoad={({ currentTarget }) => {
                const { naturalWidth, naturalHeight } = currentTarget as HTMLImageElement;
                tray.measure(one.id, naturalWidth, naturalHeight);
              }}
            />
          )}
          <button
            type="button"
            class="tray-remove"
            aria-label={t.files.remove(one.file.name)}
            title={t.files.remove(one.file.name)}
            onClick={() => remove(one.id)}
          >
            <Icon of={x} size={12} />
          </button>
        </li>
      ))}
      {files.length === 1 && files[0]!.url !== null && (
        <li class="tray-meta" aria-hidden="true">
          <FileWords name={files[0]!.file.name} size={t.files.size(files[0]!.file.size)} />
        </li>
      )}
    </ul>
  );
}

function FileFace({ one: { file }, size }: { one: Chosen; size: string }) {
  const icon = file.type.startsWith("video/") ? film : file.type.startsWith("image/") ? image : fileIcon;
  return (
    <span class="tray-file">
      <Icon of={icon} size={20} class="text-ink-2" />
      <FileWords name={file.name} size={size} />
    </span>
  );
}

function FileWords({ name, size }: { name: string; size: string }) {
  return (
    <span class="min-w-0 text-12 leading-[18px] text-muted">
      <b class="clip font-550 text-ink" dir="ltr">{name}</b>
      {size}
    </span>
  );
}
