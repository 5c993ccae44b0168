import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Notices } from "@/components/room/notice.ts";
import { createRoomView } from "@/components/room/view.ts";
import type { Outside, RoomView } from "@/components/room/view.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message, User } from "@/lib/protocol/entities.ts";
import type { GuestSession } from "@/lib/protocol/sites.ts";
import type { LocalFile } from "@/lib/realtime/client/parcel.ts";
import { createRoom } from "@/lib/realtime/client/room.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import { forgetTexts, in_browser, shelf } from "@/lib/widget/client/kept.ts";
import { emptyRoom, fetchRoom, NOBODY } from "@/lib/widget/client/opening.ts";
import type { Refused } from "@/lib/widget/client/pass.ts";
import { createGuestSession } from "@/lib/widget/client/session.ts";
import type { GuestClient } from "@/lib/widget/client/session.ts";
import type { Visitor } from "@/lib/widget/client/visitor.ts";
import { GUEST_LOOK } from "./look.tsx";
import { watchNews } from "./news.ts";

/** Under which the browser keeps who began to write before there was a conversation: by id, not by name. */
const WRITER = "peyk:writer";

interface Deps {
  readonly visitor: Visitor;
  readonly t: ChatText;
  readonly notices: Notices;
  readonly outside: Outside;
  readonly sound: ReadonlySignal<boolean>;
  /** Bytes that one file may have. */
  readonly upload_max: number;
  /** Of the program that the page came from. */
  readonly build: string;
  /** Whatever was to be shown is. */
  readonly onShown: () => void;
  /** Another conversation stands there, with so much that was not read. */
  readonly onReady: (unread: number) => void;
  /** Somebody else said something. */
  readonly onMessage: (message: Message) => void;
  /** What holds for visitors may have changed. */
  readonly onDoubt: () => Promise<void>;
  /** The server has let go of the visitor. */
  readonly onEnded: () => void;
  /** Nobody is let in now, not even to begin. */
  readonly onBusy: (refusal: Refused) => void;
}

/** The conversation that a visitor has before them: the room that is shown, and the connection it has. */
export function createConversation(deps: Deps) {
  const { visitor, t, notices, outside, sound } = deps;
  const view = signal<RoomView | null>(null);
  /** What is being asked for the first time, while its conversation is made. */
  const asking = signal<string | null>(null);
  let client: GuestClient | null = null;
  let showing: Promise<void> = Promise.resolve();
  let stopNews: (() => void) | undefined;

  /** Goes on with whoever it is by now. */
  async function goOn(session: GuestSession): Promise<void> {
    if (view.peek()?.room.conversation_id === 0) in_browser.set(WRITER, String(session.user.id));
    // The server did not know them any more, or knows by now who they are.
    else if (client && client.me.id !== session.user.id) await show(session);
  }

  /**
   * Shows what is theirs, once what was to be shown before is there.
   * @param session null: of whoever is there nothing is known
   */
  function show(session: GuestSession | null): Promise<void> {
    return showing = showing.catch(() => {}).then(() => showNow(session));
  }

  async function showNow(session: GuestSession | null): Promise<void> {
    const id = session?.conversation_id ?? 0;
    const is_shown = view.peek()?.room.conversation_id === id;
    if (!is_shown || (id !== 0 && client?.me.id !== session!.user.id)) {
      leave();
      if (id === 0) openFirst(session?.user.id);
      else await open(id);
      deps.onReady(view.peek()?.room.unread.peek() ?? 0);
    }
    deps.onShown();
  }

  /** Whoever it is: it is the same room until they have said something. What somebody else began there is not shown. */
  function openFirst(writer?: number): void {
    const by = writer ? String(writer) : null;
    if (in_browser.get(WRITER) !== by) {
      forgetTexts(NOBODY.id);
      in_browser.set(WRITER, by);
    }
    client = newClient(NOBODY);
    put(firstRoom(client));
  }

  /** Before the first message there is no conversation: what is written makes it. */
  function firstRoom(session: GuestClient): Room {
    const room = createRoom(session, emptyRoom(session.me, Date.now()));
    return {
      ...room,
      sayTyping: () => {},
      send: (content) => void askFirst(content, []),
      sendFiles: (content, _, files) => void askFirst(content, files),
    };
  }

  /** Makes the conversation and says the first thing in it; false where that failed, with the words back in place. */
  async function askFirst(content: string, files: readonly LocalFile[]): Promise<boolean> {
    const shown = view.peek();
    if (!shown) return false;
    const { field, tray } = shown;
    asking.value = content;
    try {
      await visitor.meet();
      const made = await visitor.pass.post<{ conversation_id: number }>("/api/external/tickets", {});
      const room = await open(made.conversation_id);
      if (files.length > 0) await room.readyForFiles();
      if (files.length > 0) room.sendFiles(content, null, files);
      else room.send(content, null);
      return true;
    } catch (error) {
      const refusal = error as Refused;
      if (!visitor.session.peek() && refusal.code === "rate_limited") deps.onBusy(refusal);
      else notices.say(refusal.message || t.connection.notNow, "bad");
      void tray.add(files.map(({ file }) => file));
      if (field.current) {
        field.current.value = content;
        field.current.dispatchEvent(new Event("input", { bubbles: true }));
      }
      void deps.onDoubt();
      return false;
    } finally {
      asking.value = null;
    }
  }

  /** @throws Error as `ask` */
  async function open(id: number): Promise<Room> {
    const found = await fetchRoom(id);
    client = newClient(visitor.session.peek()!.user);
    const room = createRoom(client, found);
    put(room);
    client.start(shelf());
    room.start();
    return room;
  }

  function newClient(me: User): GuestClient {
    client?.stop();
    return createGuestSession({
      me,
      upload_max: deps.upload_max,
      build: deps.build,
      isLetIn: () => visitor.pass.stands(),
      onEnded: deps.onEnded,
      onReturn: deps.onDoubt,
    });
  }

  function put(room: Room): void {
    stopNews?.();
    view.peek()?.room.stop();
    view.value = createRoomView(room, t, notices, { row: GUEST_LOOK.Bubble, outside });
    const { away } = outside;
    stopNews = watchNews({ room, away, sound, onRefused: deps.onDoubt, say: deps.onMessage });
  }

  function leave(): void {
    stopNews?.();
    view.peek()?.room.stop();
    client?.stop();
    client = null;
    view.value = null;
  }

  return {
    view,
    asking,
    goOn,
    show,
    askFirst,
    leave,
    /** Connects again. Before there is a conversation nobody is connected. */
    wake: () => void (view.peek()?.room.conversation_id && client?.wake()),
    sleep: () => client?.sleep(),
    /** The server was renewed, and nothing here would be lost by loading the frame again. To be asked in an effect. */
    isOutdated: () => Boolean(view.value && !view.value.field.current?.value && client?.outdated.value),
  };
}
