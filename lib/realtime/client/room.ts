import { batch, computed, signal } from "@preact/signals";
import type { Conversation, Message, Quote, Receipt, User } from "@/lib/protocol/entities.ts";
import type { AckFrame, ConversationFrame, JoinedFrame } from "@/lib/protocol/events.ts";
import { countConcerns } from "./concerns.ts";
import type { Entry } from "./entry.ts";
import { repainted } from "./faces.ts";
import { createPast } from "./history.ts";
import { createMuting } from "./muting.ts";
import type { LocalFile } from "./parcel.ts";
import { pathOf } from "./paths.ts";
import { createPinned } from "./pinned.ts";
import { createReacting, keepOwn } from "./reacting.ts";
import { createReading } from "./reading.ts";
import { createReceipts } from "./receipts.ts";
import type { RoomSession } from "./session.ts";
import { CommandError } from "./socket.ts";
import { applyChanges, caughtUp, hasGap, startTimeline } from "./timeline.ts";
import type { Timeline } from "./timeline.ts";

export type { Member } from "./directory.ts";

/** Answers of changes that one goes through before the newest page is fetched instead. */
const CATCH_UP_ROUNDS = 3;
/** Messages of a room that are kept for reading without a network. */
const SNAPSHOT = 50;
/** How soon to join again where the server refused to, in milliseconds. */
const JOIN_AGAIN_AFTER = 5000;

/** One conversation as the server hands it over to be opened. */
export interface RoomStart {
  /** Of its people only the first are named. */
  readonly conversation: Entry;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly has_older: boolean;
  readonly has_newer: boolean;
  /** The newest pin first; null where they are not shown. */
  readonly pins: readonly Quote[] | null;
  /** How far each has read; null where people do not see that of each other. */
  readonly receipts: readonly Receipt[] | null;
  /** The room of everybody, where nothing says yet how far one has read: it begins here. */
  readonly is_beginning?: boolean;
}

/** What is kept of a room to be read without a network. */
export interface Snapshot {
  /** Oldest first, without holes, down to the newest. */
  readonly messages: readonly Message[];
  readonly version: number;
  readonly read_seq: number;
}

/**
 * One conversation as a person has it before them: its messages, how far they are read, what is pinned. Who is
 * there and what is on its way belong to the session. Islands show its signals and call its functions; it knows
 * no DOM.
 */
export function createRoom(session: RoomSession, start: RoomStart) {
  const { socket, outbox } = session;
  const me_id = session.me.id;
  const conversation_id = start.conversation.id;
  const conversation = signal<Entry>(start.conversation);
  /** One may not see it any more. */
  const closed = signal(false);
  const timeline = signal(startTimeline(start, start.conversation.version, start.conversation.seq));
  /** Somebody looks at the newest message. */
  const watched = signal(false);
  /** The `seq` of a message in view of somebody who reads in the past. */
  let place: number | null = null;
  let joining: Promise<void> | null = null;
  let has_joined = false;
  let joining_again: ReturnType<typeof setTimeout> | undefined;

  const { sending, uploads, typists, outgoing } = session.channel(conversation_id);
  const past = createPast(conversation_id, timeline);
  const reading = createReading({ conversation_id, socket, read_seq: start.conversation.read_seq });
  const { read_seq } = reading;
  const { kind, participants } = start.conversation;
  const customer_id = kind === "ticket" ? participants[0]?.id : undefined;
  const receipts = createReceipts({ conversation_id, me_id, start: start.receipts ?? null, customer_id });
  const muting = createMuting({ conversation_id, start: start.conversation });
  const pinned = createPinned(conversation_id, start.pins);
  const committed = computed(() => timeline.value.messages);
  const reacting = createReacting({ me_id, socket, committed, take: (message) => take([message]) });

  /** Subscribes, then takes in what changed meanwhile, then sends what waits. */
  function join(): Promise<void> {
    return joining ??= catchUpOrLater().finally(() => {
      joining = null;
      void sending.pump();
      uploads.pump();
    });
  }

  async function catchUpOrLater(): Promise<void> {
    clearTimeout(joining_again);
    try {
      await catchUp();
      // What comes from now on is unread to whoever begins.
      if (!has_joined && start.is_beginning) {
        socket.say({ type: "chat:read", conversation_id, seq: start.conversation.read_seq });
      }
      has_joined = true;
      // What one saw before the connection stood has not been told yet.
      reading.tell();
    } catch (error) {
      // A broken connection: the next one joins again.
      if (error instanceof CommandError && error.code === "lost") return;
      if (error instanceof CommandError && error.code === "not_found") return void (closed.value = true);
      joining_again = setTimeout(join, JOIN_AGAIN_AFTER);
    }
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

  function online(): Promise<void> {
    // What came with the page is fresh at first; after a pause everything is asked for anew.
    if (has_joined) {
      void pinned.refresh();
      void receipts.refresh();
    }
    return join();
  }

  function learn(answer: Conversation | null): void {
    if (answer === null) return void (closed.value = true);
    // Whoever is new in it has read nothing yet.
    if (answer.participants_count !== conversation.peek().participants_count) void receipts.refresh();
    conversation.value = answer;
    muting.take(answer);
    reading.doubt(answer.read_seq);
    reading.learn(answer.read_seq);
    reading.tell();
  }

  function onFrame(event: ConversationFrame): void {
    if ("message" in event) take([told(event)]);
    else if (event.type.endsWith(":read") && "seq" in event) {
      if (event.user_id === me_id) reading.learn(event.seq);
      else receipts.take(event.user_id, event.seq);
    } else if (event.type.endsWith(":left") && "user_id" in event) receipts.drop(event.user_id);
  }

  function meet(user: User): void {
    timeline.value = repainted(timeline.peek(), user);
    const { participants } = conversation.peek();
    if (!participants.some(({ id }) => id === user.id)) return;
    conversation.value = {
      ...conversation.peek(),
      participants: participants.map((one) => one.id === user.id ? user : one),
    };
  }

  /** The message of an event. Whoever did it is named in it; of everybody else one's own state is kept. */
  function told(event: ConversationFrame & { message: Message }): Message {
    const { message } = event;
    const is_own = "user_id" in event && event.user_id === me_id;
    if (is_own || message.reactions.every(({ count, user_ids }) => count <= user_ids.length)) return message;
    return keepOwn(committed.peek().find(({ id }) => id === message.id), message, me_id);
  }

  function take(messages: readonly Message[]): void {
    batch(() => {
      pinned.take(messages);
      timeline.value = applyChanges(timeline.peek(), messages);
      session.take(messages);
      // Within the batch: what one sees coming never counts as unread, not for a moment.
      if (watched.peek()) markRead();
    });
    if (hasGap(timeline.peek())) void join();
  }

  function markRead(): void {
    const { has_newer, newest_seq } = timeline.peek();
    if (!has_newer) mark(newest_seq);
  }

  /** One has seen everything up to here: the list knows it at once, the server a little later. */
  function mark(seq: number): void {
    if (seq <= read_seq.peek()) return;
    batch(() => {
      reading.mark(seq);
      session.conversations.peek()?.read(conversation_id, { user_id: me_id, seq }, unread.peek());
    });
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
  const unread = computed(() => countUnread(timeline.value, read_seq.value, me_id));
  const end = session.open({
    ...{ conversation_id, online, onFrame, take, learn, meet },
    isReady: () => joining === null,
  });

  return {
    get me(): User {
      return session.me;
    },
    session,
    conversation_id,
    /** How it stands: its name, its people as far as they are named, one's own settings. */
    conversation,
    /** One may not see it any more: removed from it, or it is gone. */
    closed,
    kind: start.conversation.kind,
    /** How far the others have read. */
    receipts,
    /** Its page. */
    path: pathOf(start.conversation),
    status: session.status,
    messages: reacting.messages,
    has_older: computed(() => timeline.value.has_older),
    /** The window stands in the past: what is new is counted and not shown. */
    has_newer: computed(() => timeline.value.has_newer),
    /** The greatest `seq` known of, loaded or not. */
    newest_seq: computed(() => timeline.value.newest_seq),
    /** Not yet committed, in the order written. */
    outgoing,
    /** When what waits is sent on, in epoch milliseconds, while one has written faster than one may. */
    held_until: sending.held_until,
    read_seq,
    /** What others wrote above `read_seq`, those outside of the window of messages counted with it. */
    unread,
    /** Unread messages that call oneself by name or answer oneself. */
    concerns: computed(() => {
      const { messages } = timeline.value;
      const { mention_count, read_seq: counted_from } = conversation.value;
      // The window tells what it holds; above it only what the server counted, until one reads on.
      const is_whole = (messages[0]?.seq ?? 0) <= read_seq.value + 1 || read_seq.value > counted_from;
      return Math.max(is_whole ? 0 : mention_count, countConcerns(known.value, me_id, read_seq.value));
    }),
    known,
    watched,
    notifications: session.notifications,
    wish: session.wish,
    mute: muting.mute,
    silence: muting.silence,
    unmute: muting.unmute,
    typists: typists.typists,
    presence: session.presence,
    people: session.people,
    statusOf: session.statusOf,
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
      return messages.find((one) => one.seq > seq && one.sender.id !== me_id) ?? messages.at(-1) ?? null;
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
    upload_max: session.upload_max,
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
    /** Says anew what is known of messages, where it is the same and has to be told in another way. */
    restate(change: (messages: readonly Message[]) => readonly Message[]): void {
      const { messages, far } = timeline.peek();
      timeline.value = { ...timeline.peek(), messages: change(messages), far: change(far) };
    },
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
    read: mark,
    /** Everything counts as read, loaded or not. */
    readAll: () => mark(timeline.peek().newest_seq),
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
    wake: session.wake,
    /** It is on the screen, or kept beside what is. For browsers alone. */
    start: muting.start,
    /** It is let go of; what is on its way goes on. */
    stop(): void {
      end();
      clearTimeout(joining_again);
      reading.tell();
      reading.stop();
      muting.stop();
    },
  };
}

/** Messages of others above `read_seq`; outside of the window, where authors are not known, all of them. */
function countUnread(timeline: Timeline, read_seq: number, me: number): number {
  const { messages, has_older, has_newer, newest_seq } = timeline;
  const first = messages[0]?.seq ?? 0, last = messages.at(-1)?.seq ?? 0;
  const above = has_older ? Math.max(0, first - 1 - read_seq) : 0;
  const below = has_newer ? Math.max(0, newest_seq - Math.max(last, read_seq)) : 0;
  return above + messages.filter((one) => counts(one, read_seq, me)).length + below;
}

/** As the server counts: what is deleted, and lines of the system, call for nobody. */
function counts({ seq, sender, kind, is_deleted }: Message, read_seq: number, me: number): boolean {
  return seq > read_seq && sender.id !== me && kind === "text" && !is_deleted;
}

export type Room = ReturnType<typeof createRoom>;
