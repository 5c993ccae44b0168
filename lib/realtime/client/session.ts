import { batch, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Notifications } from "@/lib/protocol/accounts.ts";
import type { Message, PresenceStatus, User } from "@/lib/protocol/entities.ts";
import type { ConversationFrame, HelloFrame } from "@/lib/protocol/events.ts";
import { createAttendance } from "./attendance.ts";
import type { AttendanceStart, Presence, StatusEvent } from "./attendance.ts";
import type { Channel } from "./channel.ts";
import type { Conversations, createConversations } from "./conversations.ts";
import type { Entry } from "./entry.ts";
import type { Directory, Member } from "./directory.ts";
import { createOutbox } from "./outbox.ts";
import type { Outbox, Shelf } from "./outbox.ts";
import { createSocket } from "./socket.ts";
import type { Socket } from "./socket.ts";
import { createTraffic } from "./traffic.ts";
import type { OpenRoom } from "./traffic.ts";
import { createWishes } from "./wishes.ts";
import type { Wishes } from "./wishes.ts";

/** What the server rendered into the page, whichever conversation it shows. */
export interface SessionStart extends AttendanceStart {
  readonly me: User;
  readonly notifications: Notifications;
  /** The room of everybody in the workspace. */
  readonly global_id: number;
  /** The conversations one is in, at least those that matter first. */
  readonly conversations: readonly Entry[];
  readonly build: string;
  /** Megabytes that one file may have. */
  readonly upload_max_mb: number;
}

/** What a room needs of whoever has it open: members have a session with a list, visitors of a site one without. */
export interface RoomSession {
  /** Oneself as others see one by now. */
  readonly me: User;
  readonly socket: Socket;
  readonly outbox: Outbox;
  readonly status: Socket["status"];
  /** The conversations one is in, by id; none where there is no list. */
  readonly entries: ReadonlySignal<ReadonlyMap<number, Entry>>;
  /** What keeps the list true, once there is one. */
  readonly conversations: ReadonlySignal<Conversations | null>;
  readonly notifications: ReadonlySignal<Notifications>;
  readonly wish: Wishes["wish"];
  readonly presence: ReadonlySignal<Presence>;
  readonly people: Directory;
  readonly statusOf: (member: Pick<Member, "status"> & { user: { id: number } }) => PresenceStatus;
  /** Bytes that one file may have. */
  readonly upload_max: number;
  channel(conversation_id: number): Channel;
  take(messages: readonly Message[]): void;
  open(room: OpenRoom): () => void;
  wake(): void;
}

/**
 * What a person has open as long as the page is: one connection for all conversations, what waits to be sent, who
 * is there, and the list. Rooms come and go in it. It knows no DOM.
 */
export function createSession(start: SessionStart) {
  /** Oneself as others see one by now. */
  const self = signal(start.me);
  /** The server was renewed: reload at a quiet moment. */
  const outdated = signal(false);
  /** What this page was drawn with is no longer what its person has set. */
  const reset = signal(false);
  /** The person of this page is no longer the one who is signed in. */
  const signed_out = signal(false);
  const listeners = new Set<(messages: readonly Message[]) => void>();
  let was_online = false;

  const socket = createSocket({
    url: () => `${location.origin.replace(/^http/, "ws")}/ws`,
    onFrame: (frame) => onFrame(frame as ConversationFrame),
    onOnline,
    onSignedOut: () => void (signed_out.value = true),
    isSignedIn: async () =>
      (await fetch("/api/auth/me", { signal: AbortSignal.timeout(10_000) })).status !== 401,
  });
  const outbox = createOutbox(start.me.id);
  const traffic = createTraffic({
    ...{ me: start.me, outbox, socket },
    onTaken: (messages) => list()?.take(messages),
  });
  const { rooms } = traffic;
  const { notifications, wish } = createWishes(start.notifications);
  const attendance = createAttendance({ conversation_id: start.global_id, socket, start });
  const entries = signal<ReadonlyMap<number, Entry>>(
    new Map(start.conversations.map((entry) => [entry.id, entry])),
  );
  /** What keeps the list true; null until it has been fetched: it catches up by itself. */
  const conversations = signal<Conversations | null>(null);

  /** From now on the list is live: what came before is asked for. */
  function liven(create: typeof createConversations): void {
    if (conversations.peek()) return;
    const made = create({
      ...{ me_id: start.me.id, global_id: start.global_id, entries, socket },
      onLearned: (id, answer) => rooms.get(id)?.learn(answer),
      onNews: (messages) => {
        for (const listener of listeners) listener(messages);
      },
    });
    conversations.value = made;
    made.start();
    // Open rooms are subscribed to by now, or will say themselves what they missed.
    const joined = new Map([...rooms.keys()].map((id) => [id, Promise.resolve()]));
    if (socket.status.peek().state === "online") void made.online(joined);
  }

  /** Open rooms join by themselves, with what they have seen. */
  function joinAll(): void {
    const joined = new Map([...rooms.values()].map((room) => [room.conversation_id, room.online()]));
    void conversations.peek()?.online(joined);
  }

  const list = () => conversations.peek();

  function onOnline(hello: HelloFrame): void {
    // Another tab has signed somebody else in: nothing of this page is theirs.
    if (hello.user.id !== start.me.id) {
      socket.stop();
      signed_out.value = true;
      return;
    }
    outdated.value = hello.build !== start.build;
    traffic.hush();
    attendance.online();
    joinAll();
    void attendance.ask();
    // What came with the page is fresh at first; after a pause everything is asked for anew.
    if (was_online) void meetAnew();
    was_online = true;
    traffic.pump();
  }

  async function meetAnew(): Promise<void> {
    await attendance.directory.refresh();
    // Who was renamed meanwhile is called by the new name from here on.
    for (const { user } of attendance.directory.entries.peek()) meet(user);
  }

  function onFrame(event: ConversationFrame): void {
    if ("status" in event) return attendance.take(event as StatusEvent);
    if ("changed" in event) {
      notifications.value = event.notifications;
      // The rest is in every corner of what the server drew.
      reset.value ||= event.changed.some((setting) => setting !== "notifications");
      return;
    }
    if (event.type.endsWith(":user") && "user" in event) return meet(event.user as User);
    if (!("conversation_id" in event)) return;
    const { conversation_id } = event;
    const room = rooms.get(conversation_id);
    if ("message" in event) {
      // An open room takes it in as one's own eyes have it; else only the list hears of it.
      if (!room) traffic.take([event.message]);
    } else if ("is_typing" in event) {
      const user = attendance.directory.find(event.user.id)?.user ?? event.user;
      traffic.channel(conversation_id).typists.take(user, event.is_typing);
    } else if (event.type.endsWith(":conversation")) list()?.changed(conversation_id);
    else if (event.type.endsWith(":left") && "user_id" in event) {
      if (event.user_id !== start.me.id) list()?.doubt(conversation_id);
      else {
        list()?.remove(conversation_id);
        room?.learn(null);
      }
    } else if (event.type.endsWith(":read") && "seq" in event) list()?.read(conversation_id, event);
    room?.onFrame(event);
  }

  /** Somebody is shown with the name and picture they have now, wherever they stand. */
  function meet(user: User): void {
    batch(() => {
      if (user.id === start.me.id) self.value = user;
      attendance.directory.meet(user);
      list()?.meet(user);
      for (const room of rooms.values()) room.meet(user);
    });
  }

  return {
    get me(): User {
      return self.value;
    },
    global_id: start.global_id,
    socket,
    outbox,
    /** The conversations one is in, by id. */
    entries: entries as ReadonlySignal<ReadonlyMap<number, Entry>>,
    conversations: conversations as ReadonlySignal<Conversations | null>,
    liven,
    status: socket.status,
    signed_out,
    outdated,
    reset,
    notifications,
    wish,
    presence: attendance.presence,
    people: attendance.directory,
    statusOf: attendance.statusOf,
    setIdle: attendance.setIdle,
    /** Bytes that one file may have. */
    upload_max: start.upload_max_mb * 1024 * 1024,
    channel: traffic.channel,
    take: traffic.take,
    open: traffic.open,
    /** Calls `listener` with messages that were not known of, whatever their conversation. Gives what ends that. */
    onNews(listener: (messages: readonly Message[]) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    wake: socket.wake,
    sleep: socket.sleep,
    /** Another tab changed what is kept on the shelf. */
    onShelf({ key, oldValue, newValue }: Pick<StorageEvent, "key" | "oldValue" | "newValue">): void {
      if (key === outbox.key) outbox.follow(oldValue, newValue);
    },
    /** Connects, and takes up what an earlier visit left unsent. For browsers alone. */
    start(shelf: Shelf | null): void {
      outbox.open(shelf);
      traffic.pump();
      socket.connect();
      attendance.start();
    },
    stop(): void {
      attendance.stop();
      list()?.stop();
      traffic.stop();
      socket.stop();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
