import { batch, computed, signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { MessageRow } from "@/components/MessageRow.tsx";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { RoomStart } from "@/lib/realtime/client/room.ts";
import { createSession } from "@/lib/realtime/client/session.ts";
import type { Session, SessionStart } from "@/lib/realtime/client/session.ts";
import { goalOf } from "./addresses.ts";
import type { Goal } from "./addresses.ts";
import { loadLater } from "./load_later.ts";
import { createNotice } from "./notice.ts";
import type { Notices } from "./notice.ts";
import { createRoomView } from "./view.ts";
import type { RoomView } from "./view.ts";

/** Rooms that stay open beside the one in view: what one goes back to is there at once. */
const KEPT = 6;

export type Screen = "room" | "list";

/** What the server gives to open a conversation with. */
export interface Opening {
  readonly room: RoomStart;
  /** `seq` of the message that was asked for, or that it is gone. */
  readonly goal: number | "gone" | null;
}

/** The chat in one page: a session, the room in view, and the way from one to another. */
export interface Shell {
  readonly session: Session;
  readonly t: ChatText;
  readonly notices: Notices;
  /** The room in view. */
  readonly view: ReadonlySignal<RoomView>;
  /** On a phone either the room or the list fills the screen. */
  readonly screen: ReadonlySignal<Screen>;
  /** Address of what is shown, as it stands in the browser. */
  readonly path: ReadonlySignal<string>;
  /** The conversation that is being opened; null when none is. */
  readonly opening: ReadonlySignal<number | null>;
  /** Goes to an address of the chat without leaving the page; false for one that is elsewhere. */
  go(href: string, how?: "push" | "replace" | "stay"): boolean;
  /** The conversation is not to be seen any more: back to the room of everybody, with a word. */
  leave(conversation_id: number): void;
  stop(): void;
}

export interface ShellStart extends Opening {
  readonly session: SessionStart;
  readonly view: Screen;
}

export function createShell(start: ShellStart, t: ChatText): Shell {
  const session = createSession(start.session);
  const notices = createNotice();
  /** The one used last at the end. */
  const views = new Map<number, RoomView>();
  const first = add(start.room, start.goal);
  const view: Signal<RoomView> = signal(first);
  const screen = signal<Screen>(start.view);
  const opening = signal<number | null>(null);

  function add(opened: RoomStart, goal: Opening["goal"]): RoomView {
    const made = createRoomView(createRoom(session, opened), t, notices, { row: MessageRow });
    made.goal.value = goal;
    made.open = (href) => void go(href);
    views.set(opened.conversation.id, made);
    return made;
  }

  function go(href: string, how: "push" | "replace" | "stay" = "push"): boolean {
    const url = new URL(href, location.href);
    const goal = goalOf(url);
    if (!goal) return false;
    // Loaded again, or handed on, the page is where one reads by then.
    const is_elsewhere = url.pathname !== location.pathname;
    if (how === "push" && is_elsewhere) history.pushState({ from: screen.peek() }, "", url.pathname);
    else if (how !== "stay") history.replaceState(history.state, "", url.pathname);
    // The list is a screen of its own only where there is no room for both.
    if (goal.is_list) show(view.peek(), "list");
    else void open(goal);
    return true;
  }

  async function open({ conversation_id, message_id }: Goal): Promise<void> {
    const id = conversation_id ?? session.global_id;
    const known = views.get(id);
    if (known && (message_id === null || knows(known, message_id))) {
      opening.value = null;
      known.goal.value = null;
      show(known, "room");
      const seq = message_id && known.room.messages.peek().find((one) => one.id === message_id)?.seq;
      // Once its log is drawn.
      if (seq) setTimeout(() => void known.show(seq));
      return;
    }
    opening.value = id;
    // What the page came without is wanted by another room at once.
    loadLater().catch(() => {});
    const { fetchOpening } = await import("./opening.ts").catch(() => ({ fetchOpening: null }));
    const opened = await fetchOpening?.(id, message_id) ?? "failed";
    // Meanwhile another was asked for.
    if (opening.peek() !== id) return;
    opening.value = null;
    if (typeof opened !== "string") {
      views.get(id)?.room.stop();
      views.delete(id);
      const made = add(opened.room, opened.goal);
      made.room.start();
      show(made, "room");
    } else refuse(id, opened);
  }

  const knows = ({ room }: RoomView, message_id: number) =>
    room.messages.peek().some(({ id }) => id === message_id);

  /** What could not be opened is not where one is. */
  function refuse(id: number, why: "failed" | "gone"): void {
    if (why === "gone") session.conversations.peek()?.doubt(id);
    notices.say(why === "gone" ? t.list.gone : t.list.notOpened, "bad");
    history.replaceState(history.state, "", pathNow());
  }

  const pathNow = () => screen.peek() === "list" ? "/chat/list" : view.peek().room.path;

  function show(shown: RoomView, where: Screen): void {
    const { conversation_id } = shown.room;
    batch(() => {
      if (view.peek() !== shown) {
        // What was open over the other one is closed with it.
        view.peek().overlay.value = null;
        view.peek().naming.value = null;
      }
      view.value = shown;
      screen.value = where;
    });
    views.delete(conversation_id);
    views.set(conversation_id, shown);
    for (const [id, one] of views) {
      if (views.size <= KEPT) break;
      if (one === shown) continue;
      one.room.stop();
      views.delete(id);
    }
  }

  return {
    session,
    t,
    notices,
    view,
    screen,
    path: computed(() => screen.value === "list" ? "/chat/list" : view.value.room.path),
    opening,
    go,
    leave(conversation_id) {
      const left = views.get(conversation_id);
      views.delete(conversation_id);
      left?.room.stop();
      if (view.peek() !== left) return;
      notices.say(t.list.removed, "plain");
      go(screen.peek() === "list" ? "/chat/list" : "/chat", "replace");
      // The list has no room of its own: behind it there is that of everybody.
      if (view.peek() === left) void open({ conversation_id: null, is_list: false, message_id: null });
    },
    stop() {
      for (const { room } of views.values()) room.stop();
      session.stop();
    },
  };
}
