import { batch, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Notifications } from "@/lib/protocol/accounts.ts";
import type { Conversation, Message, User } from "@/lib/protocol/entities.ts";
import type { AckFrame, ConversationFrame, HelloFrame } from "@/lib/protocol/events.ts";
import { createAttendance } from "./attendance.ts";
import type { AttendanceStart, StatusEvent } from "./attendance.ts";
import { createChannel } from "./channel.ts";
import type { Channel } from "./channel.ts";
import type { Conversations, createConversations } from "./conversations.ts";
import type { Entry } from "./entry.ts";
import { createOutbox } from "./outbox.ts";
import type { Shelf } from "./outbox.ts";
import { createSocket } from "./socket.ts";
import { createWishes } from "./wishes.ts";

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

/** A conversation whose messages are held, as the session speaks to it. */
export interface OpenRoom {
  readonly conversation_id: number;
  /** A connection stands: joins, and is done when what was missed is known. */
  online(): Promise<void>;
  /** False while the past is being caught up with: what one writes stands after it. */
  isReady(): boolean;
  onFrame(event: ConversationFrame): void;
  /** Messages as the server has committed them. */
  take(messages: readonly Message[]): void;
  /** How the conversation stands; null where one may not see it any more. */
  learn(conversation: Conversation | null): void;
  meet(user: User): void;
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
  const rooms = new Map<number, OpenRoom>();
  const channels = new Map<number, Channel>();
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
    for (const { typists } of channels.values()) typists.clear();
    attendance.online();
    joinAll();
    void attendance.ask();
    // What came with the page is fresh at first; after a pause everything is asked for anew.
    if (was_online) void meetAnew();
    was_online = true;
    pump();
  }

  async function meetAnew(): Promise<void> {
    await attendance.directory.refresh();
    // Who was renamed meanwhile is called by the new name from here on.
    for (const { user } of attendance.directory.entries.peek()) meet(user);
  }

  /** Sends what waits in all conversations, open or not. */
  function pump(): void {
    for (const { conversation_id } of outbox.entries.peek()) channel(conversation_id);
    for (const one of channels.values()) one.pump();
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
      if (!room) take([event.message]);
    } else if ("is_typing" in event) {
      const user = attendance.directory.find(event.user.id)?.user ?? event.user;
      channel(conversation_id).typists.take(user, event.is_typing);
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

  /** Takes in messages as the server has committed them: what waits here, who writes, the list. */
  function take(messages: readonly Message[]): void {
    batch(() => {
      for (const { conversation, sender, client_id } of messages) {
        if (sender.id === start.me.id) outbox.remove(client_id);
        else channels.get(conversation)?.typists.take(sender, false);
      }
      list()?.take(messages);
    });
    for (const { id, conversation, client_id, is_deleted } of messages) {
      if (!is_deleted && channels.get(conversation)?.uploads.wasGivenUp(client_id)) void withdraw(id);
    }
  }

  /** Deletes a message that was given up while it was sent. */
  async function withdraw(message_id: number): Promise<void> {
    const done = await socket.command<AckFrame>({ type: "chat:delete", message_id }).catch(() => null);
    if (done?.message) settle(done.message);
  }

  /** A message as the server has it, for whoever holds it. */
  function settle(message: Message): void {
    const room = rooms.get(message.conversation);
    if (room) room.take([message]);
    else take([message]);
  }

  function channel(conversation_id: number): Channel {
    let found = channels.get(conversation_id);
    if (!found) {
      found = createChannel({
        ...{ me: start.me, conversation_id, outbox, socket },
        isReady: () => rooms.get(conversation_id)?.isReady() ?? true,
        onCommitted: settle,
      });
      channels.set(conversation_id, found);
    }
    return found;
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
    channel,
    take,
    /** From now on a room hears of what happens in its conversation. Gives what ends that. */
    open(room: OpenRoom): () => void {
      rooms.set(room.conversation_id, room);
      if (socket.status.peek().state === "online") void room.online();
      return () => void (rooms.get(room.conversation_id) === room && rooms.delete(room.conversation_id));
    },
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
      pump();
      socket.connect();
      attendance.start();
    },
    stop(): void {
      attendance.stop();
      list()?.stop();
      for (const one of channels.values()) one.stop();
      socket.stop();
    },
  };
}

export type Session = ReturnType<typeof createSession>;
