import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { RoomView } from "../view.ts";

/** The number of unread messages in the tab's title, of those that concern one where there are such. */
export function useTitle({ room, t }: RoomView, name: string): void {
  useEffect(() =>
    effect(() => {
      const unread = room.mute.value.is_muted ? 0 : room.unread.value;
      document.title = t.room.title(name, unread, room.concerns.value);
    }), [name]);
}
