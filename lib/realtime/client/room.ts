import { batch, computed, signal } from "@preact/signals";
import type { Conversation, Message, User, UserBrief } from "@/lib/protocol/entities.ts";
import type {
  AckFrame,
  ConversationFrame,
  HelloFrame,
  JoinedFrame,
  PresenceFrame,
} from "@/lib/protocol/events.ts";
import { createOutbox } from "./outbox.ts";
import type { Outgoing, Shelf } from "./outbox.ts";
import { CommandError, createSocket } from "./socket.ts";
import { applyChanges, caughtUp, hasGap, prepend, startTimeline } from "./timeline.ts";

/** Messages of an older page. */
const PAGE = 50;
/** A "typing" is said again this often while one writes, and forgotten after the server's six seconds. */
const TYPING_EVERY = 3000;
const TYPING_EXPIRES = 7000;
/** How often presence is asked for where it is not pushed. */
const PRESENCE_EVERY = 30_000;

/** What the server rendered into the page. */
export interface RoomStart {
  readonly me: User;
  readonly conversation: Pick<Conversation, "id" | "version" | "seq" | "read_seq">;
  /** Oldest first. */
  readonly messages: readonly Message[];
  readonly has_older: boolean;
  readonly build: string;
  readonly members_count: number;
  readonly online_ids: readonly number[];
  readonly online_count: number;
  /** Some of the members, by name. */
  readonly members: readonly Member[];
}

export interface Member {
  readonly user: User;
  /** ISO 8601; null for somebody who never connected. */
  readonly last_seen_at: string | null;
}

type StatusEvent = Extract<ConversationFrame, { user: User }>;
type Typist = UserBrief & { first_name: string; last_name: string };

/**
 * One conversation as a person has it before them: the messages, what is on its way, who is there.
 * Islands show its signals and call its functions; it knows no DOM.
 */
export function createRoom(start: RoomStart) {
  const { me } = start;
  const conversation_id = start.conversation.id;
  const timeline = signal(startTimeline(start.messages, start.conversation.version, start.has_older));
  const outbox = createOutbox(me.id);
  const read_seq = signal(start.conversation.read_seq);
  const typists = signal<readonly Typist[]>([]);
  const presence = signal({
    members_count: start.members_count,
    online_count: start.online_count,
    online_ids: new Set(start.online_ids),
  });
  const members = signal(new Map(start.members.map((member) => [member.user.id, member])));
  const older = signal<"idle" | "loading" | "failed">("idle");
  /** The server was renewed: reload at a quiet moment. */
  const outdated = signal(false);
  const inFlight = new Set<string>();
  const expiry = new Map<number, ReturnType<typeof setTimeout>>();
  let pumping: ReturnType<typeof setTimeout> | undefined;
  let joining = false;
  let asking: ReturnType<typeof setInterval> | undefined;
  let typing_said_at = 0;

  const socket = createSocket({
    url: () => `${location.origin.replace(/^http/, "ws")}/ws`,
    onFrame,
    onOnline,
    onSignedOut: () => location.reload(),
    isSignedIn: async () => (await fetch("/api/auth/me")).status !== 401,
  });

  function onOnline(hello: HelloFrame): void {
    outdated.value = hello.build !== start.build;
    inFlight.clear();
    void join();
    void askPresence();
  }

  /** Subscribes, then takes in what changed meanwhile, then sends what waits. */
  async function join(): Promise<void> {
    if (joining) return;
    joining = true;
    try {
      let more = true;
      while (more) {
        const after_version = timeline.peek().version;
        const joined = await socket.command<JoinedFrame>({
          type: "chat:join",
          conversation_id,
          after_version,
        });
        take(joined.changes);
        timeline.value = caughtUp(timeline.peek(), joined.version);
        more = joined.more;
      }
    } catch {
      // The connection broke: the next one joins again.
      return;
    } finally {
      joining = false;
    }
    pump();
  }

  function onFrame(frame: object): void {
    const event = frame as ConversationFrame;
    const verb = event.type.slice(event.type.indexOf(":") + 1);
    if (verb === "user-status") return onStatus(event as StatusEvent);
    if (!("conversation_id" in event) || event.conversation_id !== conversation_id) return;
    if ("message" in event) {
      take([event.message]);
      if (hasGap(timeline.peek())) void join();
    } else if ("is_typing" in event) onTyping(event.user, event.is_typing);
    else if (verb === "read" && "seq" in event && event.user_id === me.id) {
      read_seq.value = Math.max(read_seq.peek(), event.seq);
    }
  }

  function take(messages: readonly Message[]): void {
    batch(() => {
      timeline.value = applyChanges(timeline.peek(), messages);
      for (const message of messages) {
        if (message.sender.id === me.id) settle(message.client_id);
        else onTyping(message.sender, false);
      }
    });
  }

  function settle(client_id: string): void {
    inFlight.delete(client_id);
    outbox.remove(client_id);
  }

  // --- sending ---

  /** Shows the message at once and sends it as soon as there is a connection. */
  function send(content: string, reply_to: number | null): void {
    typing_said_at = 0;
    outbox.add({
      client_id: crypto.randomUUID(),
      conversation_id,
      content,
      reply_to,
      created_at: Date.now(),
      refused: null,
    });
    pump();
  }

  /** Hands over, in order, what waits for this conversation. */
  function pump(): void {
    clearTimeout(pumping);
    if (socket.status.peek().state !== "online" || joining) return;
    for (const outgoing of waiting()) {
      if (!inFlight.has(outgoing.client_id)) void hand(outgoing);
    }
  }

  async function hand(outgoing: Outgoing): Promise<void> {
    const { client_id, content, reply_to } = outgoing;
    inFlight.add(client_id);
    try {
      const command = { type: "chat:message", conversation_id, client_id, content, reply_to };
      const { message } = await socket.command<AckFrame>(command);
      if (message) take([message]);
      if (hasGap(timeline.peek())) void join();
    } catch (error) {
      inFlight.delete(client_id);
      if (!(error instanceof CommandError) || error.code === "lost") return;
      if (error.code === "rate_limited") pumpIn((error.retry_after ?? 1) * 1000);
      else if (error.code === "unavailable") pumpIn(2000);
      else outbox.mark(client_id, error.message);
    }
  }

  function pumpIn(delay: number): void {
    clearTimeout(pumping);
    pumping = setTimeout(pump, delay);
  }

  function waiting(): readonly Outgoing[] {
    return outbox.entries.peek().filter((one) => one.conversation_id === conversation_id && !one.refused);
  }

  // --- the rest of what one does in a room ---

  /** @throws CommandError with a sentence to show */
  async function edit(message_id: number, content: string): Promise<void> {
    const { message } = await socket.command<AckFrame>({ type: "chat:edit", message_id, content });
    if (message) take([message]);
  }

  /** @throws CommandError with a sentence to show */
  async function remove(message_id: number): Promise<void> {
    const { message } = await socket.command<AckFrame>({ type: "chat:delete", message_id });
    if (message) take([message]);
  }

  async function loadOlder(): Promise<void> {
    const first = timeline.peek().messages[0];
    if (older.peek() === "loading" || !timeline.peek().has_older || !first) return;
    older.value = "loading";
    try {
      const url = `/api/conversations/${conversation_id}/messages/?before=${first.id}&page_size=${PAGE}`;
      const response = await fetch(url, { headers: { accept: "application/json" } });
      if (!response.ok) throw new Error(`${response.status}`);
      const { results, next }: { results: Message[]; next: string | null } = await response.json();
      batch(() => {
        timeline.value = prepend(timeline.peek(), results.reverse(), next !== null);
        older.value = "idle";
      });
    } catch {
      older.value = "failed";
    }
  }

  function markRead(seq: number): void {
    if (seq <= read_seq.peek() || socket.status.peek().state !== "online") return;
    read_seq.value = seq;
    socket.say({ type: "chat:read", conversation_id, seq });
  }

  /** Call on each stroke; says so now and then. */
  function sayTyping(is_typing: boolean): void {
    const due = Date.now() - typing_said_at > TYPING_EVERY;
    if (is_typing ? !due : typing_said_at === 0) return;
    typing_said_at = is_typing ? Date.now() : 0;
    socket.say({ type: "chat:typing", conversation_id, is_typing });
  }

  function onTyping(user: Typist, is_typing: boolean): void {
    if (user.id === me.id) return;
    clearTimeout(expiry.get(user.id));
    const others = typists.peek().filter((one) => one.id !== user.id);
    if (is_typing) expiry.set(user.id, setTimeout(() => onTyping(user, false), TYPING_EXPIRES));
    if (is_typing || others.length < typists.peek().length) {
      typists.value = is_typing ? [...others, user] : others;
    }
  }

  function onStatus({ user, status, last_seen_at }: StatusEvent): void {
    const { members_count, online_count, online_ids } = presence.peek();
    const ids = new Set(online_ids);
    const changed = status === "online" ? !ids.has(user.id) && ids.add(user.id) : ids.delete(user.id);
    batch(() => {
      const newcomer = !members.peek().has(user.id);
      members.value = new Map(members.peek()).set(user.id, { user, last_seen_at });
      if (!changed) return;
      presence.value = {
        // Only in a list that is whole a stranger must be somebody new.
        members_count: newcomer && members.peek().size > members_count ? members.peek().size : members_count,
        online_count: Math.max(0, online_count + (status === "online" ? 1 : -1)),
        online_ids: ids,
      };
    });
  }

  async function askPresence(): Promise<void> {
    try {
      const command = { type: "chat:presence", conversation_id };
      const { members_count, online_count, online_ids } = await socket.command<PresenceFrame>(command);
      presence.value = { members_count, online_count, online_ids: new Set(online_ids) };
    } catch {
      // Asked again with the next connection.
    }
  }

  return {
    me,
    status: socket.status,
    messages: computed(() => timeline.value.messages),
    has_older: computed(() => timeline.value.has_older),
    /** Not yet committed, in the order written. */
    outgoing: computed(() => outbox.entries.value.filter((one) => one.conversation_id === conversation_id)),
    read_seq,
    typists,
    presence,
    members,
    older,
    outdated,
    send,
    edit,
    remove,
    loadOlder,
    markRead,
    sayTyping,
    /** Tries a refused message once more. */
    retry(client_id: string): void {
      outbox.mark(client_id, null);
      pump();
    },
    discard: settle,
    retryConnection: socket.retryNow,
    /** Connects, and takes up what an earlier visit left unsent. For browsers alone. */
    start(shelf: Shelf | null): void {
      outbox.open(shelf);
      socket.connect();
      asking = setInterval(askPresence, PRESENCE_EVERY);
    },
    stop(): void {
      clearInterval(asking);
      clearTimeout(pumping);
      socket.stop();
    },
  };
}

export type Room = ReturnType<typeof createRoom>;
