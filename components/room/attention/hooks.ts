import { effect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { nameOf } from "../naming.ts";
import type { Shell } from "../shell.ts";
import { totalsOf } from "./totals.ts";

/** The number of unread messages in the tab's title, of those that concern one where there are such. */
export function useTitle({ session, view, screen, t }: Shell): void {
  useEffect(() =>
    effect(() => {
      const { room } = view.value;
      const name = screen.value === "list" ? t.list.label : nameOf(t, room.conversation.value, session.me.id);
      const { unread, concerns } = totalsOf(session, room);
      document.title = t.room.title(name, unread, concerns);
    }), []);
}
