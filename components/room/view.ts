import { signal } from "@preact/signals";
import type { ReadonlySignal, Signal } from "@preact/signals";
import { createRef } from "preact";
import type { ComponentType, RefObject } from "preact";
import type { BubbleProps } from "@/components/Bubble.tsx";
import type { Anchor } from "@/components/place.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message } from "@/lib/protocol/entities.ts";
import { isMine } from "@/lib/realtime/client/reacting.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import type { RoomSession } from "@/lib/realtime/client/session.ts";
import { canDo, openFor } from "./acts.ts";
import type { MessageAct } from "./acts.ts";
import { loadLater } from "./load_later.ts";
import type { LogLook } from "./look.ts";
import type { Notices } from "./notice.ts";
import type { Naming, Overlay } from "./overlay.ts";
import type { Place } from "./scroll.ts";
import { createTray } from "./tray.ts";
import type { Tray } from "./tray.ts";

export type { MessageAct } from "./acts.ts";

/** What the composer is about, beside a plain new message. */
export interface Subject {
  readonly kind: "reply" | "edit";
  readonly message: Message;
  /** What was made of it before the page was loaded anew. */
  readonly text?: string;
}

/** Beside the room: as wide as the screen has room for it, or as the person chose. */
export type MembersState = "auto" | "open" | "closed";

/** What is different for a visitor of another site. */
export interface Outside {
  readonly look: LogLook;
  /** Nobody looks: the page around it says so. */
  readonly away: ReadonlySignal<boolean>;
  /** What is offered there at all. */
  readonly offers: (act: MessageAct) => boolean;
}

/** A room on the screen: what is open, chosen or said in it, and what one can do. Its identity never changes. */
export interface RoomView {
  readonly room: Room;
  /** What is open beside the room: the connection, the list, who is there. */
  readonly session: RoomSession;
  readonly t: ChatText;
  /** Messages are bubbles: between two people. Elsewhere they are rows. */
  readonly bubbles: boolean;
  /** How messages look that are no bubbles. */
  readonly row: ComponentType<BubbleProps>;
  /** Shown to a visitor within the page of another site; null where members see it. */
  readonly outside: Outside | null;
  /** The composer's text area. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly subject: Signal<Subject | null>;
  /** What lies over the room, such as a menu or the emoji. */
  readonly overlay: Signal<Overlay | null>;
  /** The reaction whose people are told. */
  readonly naming: Signal<Naming | null>;
  readonly members: Signal<MembersState>;
  /** Id of the attachment that is looked at in large. */
  readonly looked_at: Signal<number | null>;
  readonly notices: Notices;
  /** Files that go with the next message. */
  readonly tray: Tray;
  can(act: MessageAct, message: Message): boolean;
  /** `at`: where it was chosen, for what opens beside it. */
  act(act: MessageAct, message: Message, at?: Anchor): void;
  /** Sets one's own reaction or takes it back; unless told, whichever it is not. */
  react(message: Message, emoji: string, on?: boolean): void;
  /** Deletes a message for everyone. */
  remove(message: Message): void;
  /** Changes the text of a message; false when it was refused. */
  edit(message: Message, content: string): Promise<boolean>;
  /** Puts the cursor where one writes. */
  write(): void;
  /** Shows a message in the middle of the log, wherever in the history it is; says so where it is not there. */
  show(seq: number): Promise<boolean>;
  /** Shows the first message written at a moment (epoch milliseconds) or after it. */
  showAt(moment: number): Promise<boolean>;
  /** `seq` of the message that the room was opened for, or that it is gone. */
  readonly goal: Signal<number | "gone" | null>;
  /** Where one reads, as the log last had it; null at the end, undefined before it was on the screen. */
  place: Place | null | undefined;
  /** Leads to another conversation, or to a message there; set by the shell. */
  open: (href: string) => void;
  /** How the log does that; set by the log. */
  goTo: (seq: number) => Promise<boolean>;
  goToMoment: (moment: number) => Promise<boolean>;
}

export function createRoomView(
  room: Room,
  t: ChatText,
  notices: Notices,
  { row, outside = null }: Pick<RoomView, "row"> & Partial<Pick<RoomView, "outside">>,
): RoomView {
  const field = createRef<HTMLTextAreaElement>();
  const subject = signal<Subject | null>(null);

  /** Says why something could not be done. */
  async function tell(doing: Promise<void>): Promise<boolean> {
    try {
      await doing;
      return true;
    } catch (error) {
      // A lost connection has no sentence of its own.
      notices.say((error as Error).message || t.connection.notNow, "bad");
      return false;
    }
  }

  const view: RoomView = {
    room,
    session: room.session,
    t,
    bubbles: outside !== null || room.kind === "direct",
    row,
    outside,
    field,
    subject,
    overlay: signal<Overlay | null>(null),
    naming: signal<Naming | null>(null),
    members: signal<MembersState>("auto"),
    looked_at: signal<number | null>(null),
    notices,
    tray: createTray(room, t),
    can: (act, message) => (outside?.offers(act) ?? true) && canDo(room.me, act, message, room.kind),
    act(act, message, at) {
      if (act === "reply" || act === "edit") subject.value = { kind: act, message };
      else if (act === "like" || act === "dislike") view.react(message, act);
      else if (!openFor(view, act, message, at)) {
        loadLater().then(
          ({ doAct }) => doAct(view, act, message),
          () => notices.say(t.connection.notNow, "bad"),
        );
      }
    },
    react({ id, reactions }, emoji, on) {
      if (outside?.offers("react") === false) return;
      // What chose it may have been open for a while.
      const now = room.messages.peek().find((message) => message.id === id)?.reactions ?? reactions;
      const is_mine = isMine(now, room.me.id, emoji);
      if (on !== is_mine) void tell(room.react(id, emoji, on ?? !is_mine));
    },
    remove: ({ id }) => void tell(room.remove(id)),
    edit: (message, content) => tell(room.edit(message.id, content)),
    write: () => field.current?.focus(),
    async show(seq) {
      const found = await view.goTo(seq);
      if (!found) notices.say(t.notice.messageGone, "bad");
      return found;
    },
    async showAt(moment) {
      const found = await view.goToMoment(moment);
      if (!found) notices.say(t.places.notOpened, "bad");
      return found;
    },
    goal: signal<number | "gone" | null>(null),
    place: undefined,
    open: (href) => void (location.href = href),
    goTo: () => Promise.resolve(false),
    goToMoment: () => Promise.resolve(false),
  };
  return view;
}
