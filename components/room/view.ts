import { signal } from "@preact/signals";
import type { Signal } from "@preact/signals";
import { createRef } from "preact";
import type { RefObject } from "preact";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { Message, Role } from "@/lib/protocol/entities.ts";
import type { Room } from "@/lib/realtime/client/room.ts";
import { createNotice } from "./notice.ts";
import type { Notices } from "./notice.ts";

/** What the composer is about, beside a plain new message. */
export interface Subject {
  readonly kind: "reply" | "edit";
  readonly message: Message;
}

/** Beside the room: as wide as the screen has room for it, or as the person chose. */
export type MembersState = "auto" | "open" | "closed";

/** A room on the screen: what is open, chosen or said in it, and what one can do. Its identity never changes. */
export interface RoomView {
  readonly room: Room;
  readonly t: ChatText;
  /** The composer's text area. */
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly subject: Signal<Subject | null>;
  /** The message that is about to be deleted, if one says so again. */
  readonly doomed: Signal<Message | null>;
  /** The message whose actions are open in a sheet. */
  readonly chosen: Signal<Message | null>;
  readonly members: Signal<MembersState>;
  readonly notices: Notices;
  can(act: MessageAct, message: Message): boolean;
  act(act: MessageAct, message: Message): void;
  /** Deletes the doomed message. */
  remove(): void;
  /** Changes the text of a message; false when it was refused. */
  edit(message: Message, content: string): Promise<boolean>;
  /** Puts the cursor where one writes. */
  write(): void;
}

export type MessageAct = "reply" | "copy" | "edit" | "delete";

/** Roles that may act on what others wrote. */
const MODERATORS: readonly (Role | null)[] = ["owner", "admin"];

export function createRoomView(room: Room, t: ChatText): RoomView {
  const field = createRef<HTMLTextAreaElement>();
  const subject = signal<Subject | null>(null);
  const doomed = signal<Message | null>(null);
  const chosen = signal<Message | null>(null);
  const notices = createNotice();

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

  async function copy({ content }: Message): Promise<void> {
    // Where the page is not secure there is no clipboard at all.
    const copied = await navigator.clipboard?.writeText(content).then(() => true, () => false) ?? false;
    if (copied) notices.say(t.notice.textCopied, "plain");
    else notices.say(t.notice.notCopied, "bad");
  }

  return {
    room,
    t,
    field,
    subject,
    doomed,
    chosen,
    members: signal<MembersState>("auto"),
    notices,
    can(act, { sender, is_deleted }) {
      const own = sender.id === room.me.id;
      if (is_deleted) return false;
      if (act === "edit") return own;
      return act !== "delete" || own || MODERATORS.includes(room.me.role);
    },
    act(act, message) {
      if (act === "copy") void copy(message);
      else if (act === "delete") doomed.value = message;
      else subject.value = { kind: act, message };
    },
    remove() {
      const message = doomed.peek();
      doomed.value = null;
      if (message) void tell(room.remove(message.id));
    },
    edit: (message, content) => tell(room.edit(message.id, content)),
    write: () => field.current?.focus(),
  };
}
