import { useEffect } from "preact/hooks";
import { goalOf } from "./addresses.ts";
import { loadLater } from "./load_later.ts";
import type { LogScroll } from "./scroll.ts";
import type { RoomView } from "./view.ts";

/** Goes to the message that the page's address names, or says that it is gone. */
export function useGoal({ notices, t }: RoomView, scroll: LogScroll, goal: number | "gone" | null): void {
  useEffect(() => {
    if (goal === null) return;
    if (goal === "gone") notices.say(t.notice.messageGone, "bad");
    else {
      // Without scripts the focus leads there; with them it belongs to nobody yet.
      const { activeElement } = document;
      if (activeElement?.localName === "article") (activeElement as HTMLElement).blur();
      scroll.toMessage(goal);
    }
    // Loaded again, or handed on, the page is where one reads by then.
    history.replaceState(history.state, "", location.pathname);
  }, []);
}

/** Follows a link to a message of this room without leaving it. */
export function onMessageLink(view: RoomView): (event: MouseEvent) => void {
  return (event) => {
    const link = (event.target as Element).closest("a");
    const id = link && messageAt(link);
    if (
      !id || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey
    ) {
      return;
    }
    event.preventDefault();
    const { notices, t } = view;
    loadLater().then(
      ({ goToMessage }) => goToMessage(view, id, link.href),
      () => notices.say(t.connection.notNow, "bad"),
    );
  };
}

/** Id of the message that a link of ours leads to. */
function messageAt({ origin, pathname, search }: HTMLAnchorElement): number | null {
  return goalOf({ origin, pathname, search })?.message_id ?? null;
}
