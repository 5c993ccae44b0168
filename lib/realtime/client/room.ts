import { batch, computed, signal } from "@preact/signals";
import type { Conversation, Message, User } from "@/lib/protocol/entities.ts";
import type { AckFrame, ConversationFrame, HelloFrame, JoinedFrame } from "@/lib/protocol/events.ts";
import { createAttendance } from "./attendance.ts";
import type { AttendanceStart, StatusEvent } from "./attendance.ts";
import { createPast } from "./history.ts";
import { createOutbox } from "./outbox.ts";
import type { Shelf } from "./outbox.ts";
import { createReading } from "./reading.ts";
import { createSending } from "./sending.ts";
import { CommandError, createSocket } from "./socket.ts";
import { applyChanges, caughtUp, hasGap, startTimeline, trim } from "./timeline.ts";
import { createTypists } from "./typists.ts";

export type { Member } from "./attendance.ts";

/** Answers of changes that one goes through before the newest page is fetched instead. */
const CATCH_UP_ROUNDS = 3;
/** How soon to join again where the server refused to, in milliseconds. */
const JOIN_AGAIN_AFTER = 5000;

/** What the server rendered into the page. */
export interface RoomStart extends AttendanceStart {
  readonly me: User;
  readonly conversation: Pick<Conversation, "id" | "version" | "seq" | "read_seq">;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly has_older: boolean;
  readonly build: string;
}

/**
 * One conversation as a person has it before them: the messages, what is on its way, who is there.
 * Islands show its signals and call its functions; it knows no DOM.
 */
export function createRoom(start: RoomStart) {
  const { me } = start;
  const conversation_id = start.conversation.id;
  const timeline = signal(startTimeline(start.messages, start.conversation.version, start.has_older));
  /** The server was renewed: reload at a quiet moment. */
  const outdated = signal(false);
  /** The person of this page is no longer the one who is signed in. */
  const signed_out = signal(false);
  /** Somebody looks at the newest message. */
  let watched = false;
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
  const typists = createTypists({ me, conversation_id, socket });
  const attendance = createAttendance({ conversation_id, socket, start });
  const sending = createSending({
    conversation_id,
    outbox,
    socket,
    isReady: () => !joining,
    onCommitted: (message) => take([message]),
  });

  function onOnline(hello: HelloFrame): void {
    // Another tab has signed somebody else in: nothing of this page is theirs.
    if (hello.user.id !== me.id) {
      socket.stop();
      signed_out.value = true;
      return;
    }
    outdated.value = hello.build !== start.build;
    typists.clear();
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
    } catch (error) {
      // A broken connection: the next one joins again.
      if (error instanceof CommandError && error.code === "lost") return;
      joining_again = setTimeout(join, JOIN_AGAIN_AFTER);
    } finally {
      joining = false;
    }
    void sending.pump();
  }

  async function catchUp(): Promise<void> {
    for (let round = 1, more = true; more; round++) {
      const after_version = timeline.peek().version;
      const command = { type: "chat:join", conversation_id, after_version };
      const joined = await socket.command<JoinedFrame>(command);
      take(joined.changes);
      timeline.value = caughtUp(timeline.peek(), joined.version);
      more = joined.more;
      if (more && round % CATCH_UP_ROUNDS === 0) await past.startAnew();
    }
  }

  async function refresh(): Promise<void> {
    const [conversation] = await Promise.all([past.conversation().catch(() => null), attendance.refresh()]);
    if (!conversation) return;
    reading.doubt(conversation.read_seq);
    reading.learn(conversation.read_seq);
    reading.tell();
  }

  function onFrame(event: ConversationFrame): void {
    if ("status" in event) return attendance.take(event as StatusEvent);
    if (!("conversation_id" in event) || event.conversation_id !== conversation_id) return;
    if ("message" in event) take([event.message]);
    else if ("is_typing" in event) typists.take(event.user, event.is_typing);
    else if (event.type.endsWith(":read") && "seq" in event && event.user_id === me.id) {
      reading.learn(event.seq);
    }
  }

  function take(messages: readonly Message[]): void {
    batch(() => {
      timeline.value = applyChanges(timeline.peek(), messages);
      for (const { sender, client_id } of messages) {
        if (sender.id === me.id) outbox.remove(client_id);
        else typists.take(sender, false);
      }
      // Within the batch: what one sees coming never counts as unread, not for a moment.
      if (watched) markRead();
    });
    if (hasGap(timeline.peek())) void join();
  }

  function markRead(): void {
    reading.mark(timeline.peek().messages.at(-1)?.seq ?? 0);
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

  return {
    me,
    conversation_id,
    status: socket.status,
    signed_out,
    outdated,
    messages: computed(() => timeline.value.messages),
    has_older: computed(() => timeline.value.has_older),
    /** Not yet committed, in the order written. */
    outgoing: computed(() => outbox.entries.value.filter((one) => one.conversation_id === conversation_id)),
    read_seq,
    /** What others wrote above `read_seq`, those above the window of messages counted with it. */
    unread: computed(() => {
      const { messages, has_older } = timeline.value;
      const first = messages[0]?.seq ?? 0;
      const above = has_older ? Math.max(0, first - 1 - read_seq.value) : 0;
      return above + messages.filter(({ seq, sender }) => seq > read_seq.value && sender.id !== me.id).length;
    }),
    typists: typists.typists,
    presence: attendance.presence,
    members: attendance.members,
    older: past.state,
    loadOlder: past.loadOlder,
    loadTo: past.loadTo,
    /** Lets go of the oldest messages of a window that has grown long. */
    trim: (keep: number) => void (timeline.value = trim(timeline.peek(), keep)),
    send(content: string, reply_to: number | null): void {
      typists.forget();
      sending.send(content, reply_to);
    },
    retry: sending.retry,
    discard: outbox.remove,
    edit: (message_id: number, content: string) => change("chat:edit", message_id, content),
    remove: (message_id: number) => change("chat:delete", message_id),
    sayTyping: typists.say,
    /** Whether somebody looks at the newest message: then whatever comes is read. */
    watch(is_watched: boolean): void {
      watched = is_watched;
      if (watched) markRead();
      else reading.tell();
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
      socket.connect();
      attendance.start();
    },
    stop(): void {
      clearTimeout(joining_again);
      reading.tell();
      reading.stop();
      attendance.stop();
      sending.stop();
      typists.clear();
      socket.stop();
    },
  };
}

export type Room = ReturnType<typeof createRoom>;
