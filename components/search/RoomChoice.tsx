import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "@/components/Avatar.tsx";
import { MembersSkeleton } from "@/components/room/MembersList.tsx";
import type { Conversation } from "@/lib/protocol/entities.ts";
import { ask } from "@/lib/realtime/client/ask.ts";
import { ChoiceList, ChoiceRow } from "./Choosing.tsx";
import type { ChoiceProps } from "./Choosing.tsx";
import { roomName } from "./room.ts";

/** In which conversation one looks: the one that is open, or another of one's own. */
export function RoomChoice({ t, view, onNarrow, onDone }: ChoiceProps) {
  const { room } = view;
  const rooms = useSignal<readonly Conversation[] | "loading" | "failed">("loading");
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    ask<Conversation[]>("GET", "/api/conversations/").then(
      (all) => void (rooms.value = all.filter(({ id }) => id !== room.conversation_id)),
      () => void (rooms.value = "failed"),
    );
    list.current?.querySelector<HTMLElement>("button")?.focus();
  }, []);

  const choose = (id: number, name: string) => {
    onNarrow({ room: { id, name } });
    onDone();
  };
  const found = rooms.value;
  return (
    <div ref={list} class="grid content-start gap-1">
      <ChoiceList label={t.room.label}>
        <ChoiceRow
          icon={<Avatar id={0} name={t.room.here} shape="place" kind="mark" size={28} />}
          name={t.room.here}
          onSelect={() => choose(room.conversation_id, t.room.here)}
        />
        {typeof found === "object" && found.map((one) => {
          const name = roomName(view.t, one, room.me.id);
          const other = one.kind === "direct" && one.participants.find(({ id }) => id !== room.me.id);
          return (
            <ChoiceRow
              key={one.id}
              icon={
                <Avatar
                  id={other ? other.id : one.id}
                  name={name}
                  picture={other ? other.profile_picture : null}
                  shape={other ? "person" : "place"}
                  size={28}
                />
              }
              name={name}
              onSelect={() => choose(one.id, name)}
            />
          );
        })}
      </ChoiceList>
      {found === "loading" && <MembersSkeleton label={t.loading} rows={3} />}
      {found === "failed" && <p role="alert" class="px-2.5 py-2 text-13 text-muted">{t.notLoaded}</p>}
      {typeof found === "object" && found.length === 0 && (
        <p class="px-2.5 py-2 text-13 text-muted">{t.room.empty}</p>
      )}
    </div>
  );
}
