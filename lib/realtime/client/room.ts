import { batch, computed, signal } from "@preact/signals";
import type { Notifications } from "@/lib/protocol/accounts.ts";
import type { Conversation, Message, Quote, User } from "@/lib/protocol/entities.ts";
import type { AckFrame, ConversationFrame, HelloFrame, JoinedFrame } from "@/lib/protocol/events.ts";
import { createAttendance } from "./attendance.ts";
import type { AttendanceStart, StatusEvent } from "./attendance.ts";
import { createPast } from "./history.ts";
import { repainted } from "./faces.ts";
import { createOutbox } from "./outbox.ts";
import { countConcerns } from "./attention.ts";
import { createMuting } from "./muting.ts";
import type { Shelf } from "./outbox.ts";
import { createPinned } from "./pinned.ts";
import { createReacting, keepOwn } from "./reacting.ts";
import { createReading } from "./reading.ts";
import { createSending } from "./sending.ts";
import { CommandError, createSocket } from "./socket.ts";
import { applyChanges, caughtUp, hasGap, startTimeline } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";
import { createTypists } from "./typists.ts";
import { createLateUploads } from "./late_uploads.ts";
import type { LocalFile } from "./parcel.ts";
import { createWishes } from "./wishes.ts";

export type { Member } from "./directory.ts";

/** Answers of changes that one goes through before the newest page is fetched instead. */
const CATCH_UP_ROUNDS = 3;
/** Messages of a room that are kept for reading without a network. */
const SNAPSHOT = 50;
/** How soon to join again where the server refused to, in milliseconds. */
const JOIN_AGAIN_AFTER = 5000;

/** What the server rendered into the page. */
export interface RoomStart extends AttendanceStart {
  readonly me: User;
  readonly conversation: Pick<
    Conversation,
    "id" | "version" | "seq" | "read_seq" | "mention_count" | "is_muted" | "muted_until"
  >;
  readonly notifications: Notifications;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly has_older: boolean;
  readonly has_newer: boolean;
  /** The newest pin first. */
  readonly pins: readonly Quote[];
  readonly build: string;
  /** Megabytes that one file may have. */
  readonly upload_max_mb: number;
}

/** What is kept of a room to be read without a network. */
export interface Snapshot {
  /** Oldest first, without holes, down to the newest. */
  readonly messages: readonly Message[];
  readonly version: number;
  readonly read_seq: number;
}

/**
 * One conversation as a person has it before them: the messages, what is on its way, who is there.
 * Islands show its signals and call its functions; it knows no DOM.
 */
export function createRoom(start: RoomStart) {
  const { me } = start;
  /** Oneself as others see one by now. */
  const self = signal(me);
  const conversation_id = start.conversation.id;
  const timeline = signal(startTimeline(start, start.conversation.version, start.conversation.seq));
  /** The server was renewed: reload at a quiet moment. */
  const outdated = signal(false);
  /** What this page was drawn with is no longer what its person has set. */
  const reset = signal(false);
  /** The person of this page is no longer the one who is signed in. */
  const signed_out = signal(false);
  /** Somebody looks at the newest message. */
  const watched = signal(false);
  /** The `seq` of a message in view of somebody who reads in the past. */
  let place: number | null = null;
  /** What the server counted, for what stands outside of the window of messages. */
  const mentioned = signal(start.conversation);
  let joining = false;
  let has_joined = false;
  let joining_again: ReturnType<typeof setTimeout> | undefined;

  const socket = createSocket({
    url: () => `${location.origin.replace(/^http/, "ws")}/ws`,
    onFrame: (frame) => onFrame(frame as ConversationFrame),
    onOnline,
    onSignedOut: () => void (signed_out.value = true),
    isSignedIn: async () =>
      (await fetch("/api/auth/me", { signal: AbortSignal.timeout(10_000) })).status !== 401,
  });
  const outbox = createOutbox(me.id);
  const past = createPast(conversation_id, timeline);
  const reading = createReading({ conversation_id, socket, read_seq: start.conversation.read_seq });
  const { read_seq } = reading;
  const { notifications, wish } = createWishes(start.notifications);
  const muting = createMuting({ conversation_id, start: start.conversation });
  const typists = createTypists({ me, conversation_id, socket });
  const attendance = createAttendance({ conversation_id, socket, start });
  const pinned = createPinned(conversation_id, start.pins);
  const committed = computed(() => timeline.value.messages);
  const reacting = createReacting({ me_id: me.id, socket, committed, take: (message) => take([message]) });
  const sending = createSending({
    conversation_id,
    outbox,
    socket,
    isReady: () => !joining,
    onCommitted: (message) => take([message]),
  });
  const uploads = createLateUploads({
    ...{ conversation_id, outbox, socket },
    isReady: () => !joining,
    onCommitted: (message) => take([message]),
  }, me.id);

  function onOnline(hello: HelloFrame): void {
    // Another tab has signed somebody else in: nothing of this page is theirs.
    if (hello.user.id !== me.id) {
      socket.stop();
      signed_out.value = true;
      return;
    }
    outdated.value = hello.build !== start.build;
    typists.clear();
    attendance.online();
    void join();
    void attendance.ask();
    // What came with the page is fresh at first; after a pause everything is asked for anew.
    if (has_joined) void refresh();
  }

  /** Subscribes, then takes in what changed meanwhile, then sends what waits. */
  async function join(): Promise<void> {
    if (joining) return;
    joining = true;
    clearTimeout(joining_again);
    try {
      await catchUp();
      has_joined = true;
      // What one saw before the connection stood has not been told yet.
      reading.tell();
    } catch (error) {
      // A broken connection: the next one joins again.
      if (error instanceof CommandError && error.code === "lost") return;
      joining_again = setTimeout(join, JOIN_AGAIN_AFTER);
    } finally {
      joining = false;
    }
    void sending.pump();
    uploads.pump();
  }

  async function catchUp(): Promise<void> {
    for (let round = 1, more = true; more; round++) {
      const after_version = timeline.peek().version;
      const command = { type: "chat:join", conversation_id, after_version };
      const joined = await socket.command<JoinedFrame>(command);
      take(joined.changes);
      timeline.value = caughtUp(timeline.peek(), joined.version);
      more = joined.more;
      if (more && round % CATCH_UP_ROUNDS === 0) await past.startAnew(place);
    }
  }

  async function refresh(): Promise<void> {
    const [conversation] = await Promise.all([
      past.conversation().catch(() => null),
      attendance.directory.refresh(),
      pinned.refresh(),
    ]);
    // Who was renamed meanwhile is called by the new name from here on.
    for (const { user } of attendance.directory.entries.peek()) meet(user);
    if (!conversation) return;
    learn(conversation);
    reading.doubt(conversation.read_seq);
    reading.learn(conversation.read_seq);
    reading.tell();
  }

  function learn(conversation: Conversation): void {
    muting.take(conversation);
    mentioned.value = conversation;
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
    if (!("conversation_id" in event) || event.conversation_id !== conversation_id) return;
    if ("message" in event) take([told(event)]);
    else if ("is_typing" in event) {
      typists.take(attendance.directory.find(event.user.id)?.user ?? event.user, event.is_typing);
    } else if (event.type.endsWith(":conversation")) {
      void past.conversation().then(learn, () => {});
    } else if (event.type.endsWith(":read") && "seq" in event && event.user_id === me.id) {
      reading.learn(event.seq);
    }
  }

  /** Somebody is shown with the name and picture they have now, wherever they stand. */
  function meet(user: User): void {
    batch(() => {
      if (user.id === me.id) self.value = user;
      attendance.directory.meet(user);
      timeline.value = repainted(timeline.peek(), user);
    });
  }

  /** The message of an event. Whoever did it is named in it; of everybody else one's own state is kept. */
  function told(event: ConversationFrame & { message: Message }): Message {
    const { message } = event;
    const is_own = "user_id" in event && event.user_id === me.id;
    if (is_own || message.reactions.every(({ count, user_ids }) => count <= user_ids.length)) return message;
    return keepOwn(committed.peek().find(({ id }) => id === message.id), message, me.id);
  }

  function take(messages: readonly Message[]): void {
    batch(() => {
      pinned.take(messages);
      timeline.value = applyChanges(timeline.peek(), messages);
      for (const { sender, client_id } of messages) {
        if (sender.id === me.id) outbox.remove(client_id);
        else typists.take(sender, false);
      }
      // Within the batch: what one sees coming never counts as unread, not for a moment.
      if (watched.peek()) markRead();
    });
    for (const { id, client_id, is_deleted } of messages) {
      if (!is_deleted && uploads.wasGivenUp(client_id)) void change("chat:delete", id).catch(() => {});
    }
    if (hasGap(timeline.peek())) void join();
  }

  function markRead(): void {
    const { has_newer, newest_seq } = timeline.peek();
    if (!has_newer) reading.mark(newest_seq);
  }

  /** @throws CommandError with a sentence to show */
  async function change(
    type: "chat:edit" | "chat:delete",
    message_id: number,
    content?: string,
  ): Promise<void> {
    const { message } = await socket.command<AckFrame>({ type, message_id, content });
    if (message) take([message]);
  }

  /** What one has before oneself, and after it what came while one reads further up. Oldest first. */
  const known = computed(() => {
    const { messages, far, has_newer } = timeline.value;
    const last_seq = messages.at(-1)?.seq ?? 0;
    return has_newer ? [...messages, ...far.filter(({ seq }) => seq > last_seq)] : messages;
  });

  return {
    get me(): User {
      return self.value;
    },
    conversation_id,
    status: socket.status,
    signed_out,
    outdated,
    reset,
    messages: reacting.messages,
    has_older: computed(() => timeline.value.has_older),
    /** The window stands in the past: what is new is counted and not shown. */
    has_newer: computed(() => timeline.value.has_newer),
    /** The greatest `seq` known of, loaded or not. */
    newest_seq: computed(() => timeline.value.newest_seq),
    /** Not yet committed, in the order written. */
    outgoing: computed(() => outbox.entries.value.filter((one) => one.conversation_id === conversation_id)),
    read_seq,
    /** What others wrote above `read_seq`, those outside of the window of messages counted with it. */
    unread: computed(() => countUnread(timeline.value, read_seq.value, me.id)),
    /** Unread messages that call oneself by name or answer oneself. */
    concerns: computed(() => {
      const { messages } = timeline.value;
      const { mention_count, read_seq: counted_from } = mentioned.value;
      // The window tells what it holds; above it only what the server counted, until one reads on.
      const is_whole = (messages[0]?.seq ?? 0) <= read_seq.value + 1 || read_seq.value > counted_from;
      return Math.max(is_whole ? 0 : mention_count, countConcerns(known.value, me.id, read_seq.value));
    }),
    known,
    watched,
    notifications,
    wish,
    mute: muting.mute,
    silence: muting.silence,
    unmute: muting.unmute,
    typists: typists.typists,
    presence: attendance.presence,
    people: attendance.directory,
    statusOf: attendance.statusOf,
    setIdle: attendance.setIdle,
    older: past.older,
    newer: past.newer,
    loadOlder: past.loadOlder,
    loadNewer: past.loadNewer,
    loadTo: past.loadTo,
    loadAt: past.loadAt,
    loadNewest: past.loadNewest,
    /** The first unread message of others, or the last there is, with what stands around it; null where it failed. */
    async loadFirstUnread(): Promise<Message | null> {
      const seq = read_seq.peek();
      if (!await past.loadFrom(seq + 1)) return null;
      const { messages } = timeline.peek();
      return messages.find((one) => one.seq > seq && one.sender.id !== me.id) ?? messages.at(-1) ?? null;
    },
    /** When the first message of all was written, as ISO 8601; null where that cannot be found out now. */
    beganAt: async () => (await past.peek(1).catch(() => null))?.timestamp ?? null,
    /** When the first unread message was written, as ISO 8601; null where that cannot be found out now. */
    unreadSince: async () => (await past.peek(read_seq.peek() + 1).catch(() => null))?.timestamp ?? null,
    /** Lets go of what is far from where one reads, once the window has grown long. */
    trim: () => past.trimFrom(place),
    /** Where one reads, kept over an absence too long to catch up with; null at the end. */
    stand: (seq: number | null) => void (place = seq),
    send(content: string, reply_to: number | null): void {
      typists.forget();
      sending.send(content, reply_to);
    },
    /** Bytes that one file may have. */
    upload_max: start.upload_max_mb * 1024 * 1024,
    parcels: uploads.parcels,
    /** Fetches what sends files, before it is needed. @throws where it does not come */
    readyForFiles: uploads.load,
    sendFiles(content: string, reply_to: number | null, files: readonly LocalFile[]): void {
      typists.forget();
      uploads.send(content, reply_to, files);
    },
    /** Sends the text of a message whose files are gone. */
    sendBare(client_id: string): void {
      outbox.dropFiles(client_id);
      void sending.pump();
    },
    keepFiles: uploads.keepDraft,
    keptFiles: uploads.draft,
    /** A message is shown with the server's own pictures. */
    onShown: uploads.release,
    retry(client_id: string): void {
      sending.retry(client_id);
      uploads.pump();
    },
    discard(client_id: string): void {
      uploads.giveUp(client_id);
      outbox.remove(client_id);
    },
    edit: (message_id: number, content: string) => change("chat:edit", message_id, content),
    remove: (message_id: number) => change("chat:delete", message_id),
    react: reacting.react,
    pins: pinned.pins,
    /** A message as everybody will have it, changed by another way than the socket. */
    take: (message: Message) => take([message]),
    sayTyping: typists.say,
    /** Whether somebody looks at the newest message: then whatever comes is read. */
    watch(is_watched: boolean): void {
      const was_watched = watched.peek();
      watched.value = is_watched;
      if (is_watched) markRead();
      else if (was_watched) reading.tell();
    },
    /** Tells the server at once how far one has read, as whoever leaves must. */
    tellRead: reading.tell,
    /** One has seen everything up to here. */
    read: reading.mark,
    /** Everything counts as read, loaded or not. */
    readAll: () => reading.mark(timeline.peek().newest_seq),
    /** What is to be kept of the room; null while one reads further up. */
    snapshot: (): Snapshot | null => {
      const { messages, version, has_newer } = timeline.peek();
      return has_newer ? null : { messages: messages.slice(-SNAPSHOT), version, read_seq: read_seq.peek() };
    },
    /** Takes up a newer state than the page came with, as long as the server has not told its own. */
    restore({ messages, version, read_seq }: Snapshot): void {
      if (version <= timeline.peek().version || socket.status.peek().state === "online") return;
      const has_older = (messages[0]?.seq ?? 1) > 1;
      timeline.value = startTimeline({ messages, has_older, has_newer: false }, version);
      reading.learn(read_seq);
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
      uploads.pump();
      socket.connect();
      attendance.start();
      muting.start();
    },
    stop(): void {
      clearTimeout(joining_again);
      reading.tell();
      reading.stop();
      attendance.stop();
      muting.stop();
      sending.stop();
      uploads.stop();
      typists.clear();
      socket.stop();
    },
  };
}

/** Messages of others above `read_seq`; outside of the window, where authors are not known, all of them. */
function countUnread(timeline: Timeline, read_seq: number, me: number): number {
  const { messages, has_older, has_newer, newest_seq } = timeline;
  const first = messages[0]?.seq ?? 0, last = messages.at(-1)?.seq ?? 0;
  const above = has_older ? Math.max(0, first - 1 - read_seq) : 0;
  const below = has_newer ? Math.max(0, newest_seq - Math.max(last, read_seq)) : 0;
  const within = messages.filter(({ seq, sender }) => seq > read_seq && sender.id !== me).length;
  return above + within + below;
}

export type Room = ReturnType<typeof createRoom>;
