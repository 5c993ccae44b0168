import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { image } from "@/components/icons.ts";
import type { RoomView } from "./view.ts";

/** Makes the element around it take files that are dropped, and says so while some hang over it. */
export function DropZone({ view }: { view: RoomView }) {
  const { t, tray, subject, notices, field } = view;
  const here = useRef<HTMLDivElement>(null);
  const is_over = useSignal(false);

  useEffect(() => {
    const zone = here.current!.parentElement!;
    const isOver = ({ target }: Event) => zone.contains(target as Node);

    const onDrag = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Beside the room too: a page that is left for a picture has lost what one wrote.
      event.preventDefault();
      is_over.value = isOver(event);
      event.dataTransfer!.dropEffect = is_over.value ? "copy" : "none";
    };
    const onLeave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) is_over.value = false;
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      is_over.value = false;
      if (!isOver(event)) return;
      if (subject.peek()?.kind === "edit") return notices.say(t.files.notInEdit, "bad");
      tray.add([...event.dataTransfer!.files]);
      field.current?.focus();
    };
    const listeners = { dragenter: onDrag, dragover: onDrag, dragleave: onLeave, drop: onDrop };
    const all = Object.entries(listeners) as [string, EventListener][];
    for (const [name, act] of all) document.addEventListener(name, act);
    return () => {
      for (const [name, act] of all) document.removeEventListener(name, act);
    };
  }, []);

  return (
    <div ref={here} class="contents">
      {is_over.value && (
        <div class="drop">
          <Icon of={image} size={40} />
          <span>{t.files.drop}</span>
        </div>
      )}
    </div>
  );
}

/** Text that is dragged, or a link, is none of this. */
function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
