import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { faceOf } from "@/components/room/faces.ts";
import { nameOf } from "@/components/room/naming.ts";
import { inOrder } from "@/lib/realtime/client/entries.ts";
import { ChoiceList, ChoiceRow } from "./ChoiceList.tsx";
import type { ChoiceProps } from "./choice.ts";

/** In which conversation one looks: the one that is open, or another of one's own. */
export function RoomChoice({ t, view, onNarrow, onDone }: ChoiceProps) {
  const { room, session } = view;
  const list = useRef<HTMLDivElement>(null);
  const entries = session.entries.value;
  const open = entries.get(room.conversation_id);
  const others = inOrder(entries.values()).filter((entry) => entry !== open);
  useEffect(() => list.current?.querySelector<HTMLElement>("button")?.focus(), []);

  return (
    <div ref={list}>
      <ChoiceList label={t.room.label}>
        {[...open ? [open] : [], ...others].map((entry) => {
          const name = nameOf(view.t, entry, session.me.id);
          return (
            <ChoiceRow
              key={entry.id}
              icon={<Avatar {...faceOf(entry, session.me.id)} name={name} size={28} />}
              name={name}
              note={entry === open ? t.room.here : undefined}
              onSelect={() => {
                onNarrow({ room: { id: entry.id, name } });
                onDone();
              }}
            />
          );
        })}
      </ChoiceList>
    </div>
  );
}
