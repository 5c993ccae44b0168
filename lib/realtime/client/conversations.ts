import { batch, computed } from "@preact/signals";
import type { Signal } from "@preact/signals";
import type { Conversation, Message, User } from "@/lib/protocol/entities.ts";
import { ask } from "./ask.ts";
import { inOrder, withAnswer, withMessage, withRead, withUser } from "./entries.ts";
import type { Entry } from "./entry.ts";
import { jsonOf, request } from "./http.ts";
import type { Mute } from "./muting.ts";
import { CommandError } from "./socket.ts";
import type { Socket } from "./socket.ts";

/** How long what is in doubt gathers before the server is asked, in milliseconds, and how soon again where it failed. */
const ASKED_AFTER = 250;
const ASKED_AGAIN_AFTER = 5000;
/** Conversations that are joined at once: the server works them off one after the other. */
const JOINED_AT_ONCE = 40;
/** Longest wait that a timer takes, in milliseconds; what is further away is waited for in parts. */
const LONGEST = 2 ** 31 - 1;

interface Deps {
  readonly me_id: number;
  readonly global_id: number;
  /** By id; changed here alone. */
  readonly entries: Signal<ReadonlyMap<number, Entry>>;
  readonly socket: Pick<Socket, "status" | "command" | "say">;
  /** The server has said how a conversation stands, listed or not; null where one may not see it any more. */
  readonly onLearned: (id: number, answer: Conversation | null) => void;
  /** Messages that were not known of: of what one missed only the last of each conversation. */
  readonly onNews: (messages: readonly Message[]) => void;
}

/**
 * The conversations one is in, kept true by what happens in all of them. What can be told from an event is told
 * at once; where it cannot (a deletion of what was unread, reading on another device), the server is asked.
 */
export function createConversations(deps: Deps) {
  const { me_id, global_id, entries, socket, onLearned, onNews } = deps;
  const doubtful = new Set<number>();
  /** Left since the list was asked for: what it says of them is out of date. */
  const gone = new Set<number>();
  let asking: ReturnType<typeof setTimeout> | undefined;
  let expiry: ReturnType<typeof setTimeout> | undefined;
  /** Counts the connections: what an earlier one asked for counts no more. */
  let era = 0;

  const isOnline = () => socket.status.peek().state === "online";

  function put(entry: Entry): void {
    if (entries.peek().get(entry.id) !== entry) entries.value = new Map(entries.peek()).set(entry.id, entry);
  }

  function remove(id: number): void {
    gone.add(id);
    doubtful.delete(id);
    if (!entries.peek().has(id)) return;
    const rest = new Map(entries.peek());
    rest.delete(id);
    entries.value = rest;
  }

  function doubt(id: number, after = ASKED_AFTER): void {
    doubtful.add(id);
    asking ??= setTimeout(askAll, after);
  }

  async function askAll(): Promise<void> {
    asking = undefined;
    // The next connection asks for everything.
    if (!isOnline()) return doubtful.clear();
    const ids = [...doubtful];
    doubtful.clear();
    await Promise.all(ids.map(askFor));
  }

  async function askFor(id: number): Promise<void> {
    const asked_in = era;
    const answer = await request(`/api/conversations/${id}`).catch(() => null);
    if (answer?.ok) learn(await jsonOf(answer));
    else if (answer?.status === 404) {
      remove(id);
      onLearned(id, null);
    } else if (asked_in === era) doubt(id, ASKED_AGAIN_AFTER);
  }

  /** What the server says of one. An answer that was read before what one has seen by now is asked for again. */
  function learn(answer: Conversation): void {
    const known = entries.peek().get(answer.id);
    if (known && answer.version < known.version) return doubt(answer.id);
    batch(() => {
      if (isListed(answer)) {
        put(withAnswer(known, answer));
        if (known && answer.last_message && answer.seq > known.seq) onNews([answer.last_message]);
        // What was told of one's reading was lost with its connection.
        if (known && answer.read_seq < known.read_seq) retell(known);
      }
      onLearned(answer.id, answer);
    });
    expire();
  }

  /** Staff may look into conversations that are not theirs: those are in nobody's list. */
  function isListed({ id, kind, participants, role }: Entry): boolean {
    if (gone.has(id) || kind === "site" || kind === "ticket") return false;
    return kind === "global" ||
      (role === undefined ? participants.some((one) => one.id === me_id) : role !== null);
  }

  function retell({ id: conversation_id, read_seq: seq }: Entry): void {
    socket.say({ type: "chat:read", conversation_id, seq });
  }

  /** One's wish to be left alone ends by the clock. */
  function expire(): void {
    clearTimeout(expiry);
    let next = Infinity;
    for (const entry of entries.peek().values()) {
      if (!entry.is_muted || entry.muted_until === null) continue;
      const left = Date.parse(entry.muted_until) - Date.now();
      if (left <= 0) put({ ...entry, is_muted: false, muted_until: null });
      else next = Math.min(next, left);
    }
    if (next < Infinity) expiry = setTimeout(expire, Math.min(next, LONGEST));
  }

  /** Subscribes to conversations without asking for what was: how they stand is asked for afterwards. */
  async function join(ids: readonly number[]): Promise<void> {
    for (let from = 0; from < ids.length; from += JOINED_AT_ONCE) {
      await Promise.all(
        ids.slice(from, from + JOINED_AT_ONCE).map((conversation_id) =>
          socket.command({ type: "chat:join", conversation_id }).catch((error) => {
            // One that may not be joined is not in the answer that is asked for next.
            if (!(error instanceof CommandError) || error.code === "lost") throw error;
          })
        ),
      );
    }
  }

  /** A connection stands. @param joined the conversations that somebody else joins, and when that is done */
  async function online(joined: ReadonlyMap<number, Promise<void>>): Promise<void> {
    const mine = ++era;
    gone.clear();
    try {
      await join([...entries.peek().keys()].filter((id) => !joined.has(id)));
      await Promise.all(joined.values());
      await refresh(mine);
    } catch {
      // A connection that broke is followed by another, which asks again; an answer that failed is asked for again.
      if (mine === era && isOnline()) {
        setTimeout(() => mine === era && void online(joined), ASKED_AGAIN_AFTER);
      }
    }
  }

  async function refresh(mine: number): Promise<void> {
    const known = new Set(entries.peek().keys());
    const [own, square] = await Promise.all([
      ask<Conversation[]>("GET", "/api/conversations"),
      ask<Conversation>("GET", `/api/conversations/${global_id}`),
    ]);
    if (mine !== era) return;
    const answered = new Set([square, ...own].map(({ id }) => id));
    batch(() => {
      for (const id of known) if (!answered.has(id)) drop(id);
      for (const answer of [square, ...own]) learn(answer);
    });
    // Who was not subscribed to when it was read may have changed since.
    const strangers = own.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    await join(strangers);
    for (const id of strangers) doubt(id);
  }

  function drop(id: number): void {
    remove(id);
    // Not for ever: one may be taken in again.
    gone.delete(id);
    // It may be open all the same, for staff, or because the list is cut.
    doubt(id);
  }

  async function set(
    id: number,
    method: "PUT" | "DELETE",
    what: "mute" | "pin",
    body?: unknown,
  ): Promise<void> {
    const answer = await ask<Partial<Mute> | null>(method, `/api/conversations/${id}/${what}`, body);
    const entry = entries.peek().get(id);
    const changed = what === "pin" ? { is_pinned: method === "PUT" } : answer as Mute;
    if (entry) put({ ...entry, ...changed });
    expire();
  }

  return {
    /** As they stand in the list. */
    sorted: computed(() => inOrder(entries.value.values())),
    /** Takes in changed messages of any conversation, whatever happened to them. */
    take(messages: readonly Message[]): void {
      const news: Message[] = [];
      batch(() => {
        for (const message of messages) {
          const known = entries.peek().get(message.conversation);
          if (!known) continue;
          const { entry, is_doubtful, is_new } = withMessage(known, message, me_id);
          put(entry);
          if (is_doubtful) doubt(entry.id);
          if (is_new) news.push(message);
        }
      });
      if (news.length > 0) onNews(news);
    },
    /** Somebody has read; `left` as in {@link withRead}. */
    read(id: number, reader: { user_id: number; seq: number }, left?: number): void {
      const known = entries.peek().get(id);
      if (!known) return;
      const { entry, is_doubtful } = withRead(known, reader, me_id, left);
      put(entry);
      if (is_doubtful) doubt(id);
    },
    /** Somebody has another name or picture. */
    meet(user: User): void {
      batch(() => {
        for (const entry of entries.peek().values()) put(withUser(entry, user));
      });
    },
    /** A conversation is new or was changed: subscribed to, then asked for. */
    changed(id: number): void {
      gone.delete(id);
      if (entries.peek().has(id)) return doubt(id);
      join([id]).then(() => doubt(id), () => {});
    },
    doubt,
    remove,
    online,
    /** Be left alone for so many milliseconds, or (null) until one says otherwise. @throws Error as `ask` */
    async silence(id: number, time: number | null): Promise<void> {
      await set(id, "PUT", "mute", {
        until: time === null ? null : new Date(Date.now() + time).toISOString(),
      });
    },
    /** Be told again. @throws Error as `ask` */
    unmute: (id: number) => set(id, "DELETE", "mute"),
    /** Puts it on top of one's list, or back among the others. @throws Error as `ask` */
    pin: (id: number, on: boolean) => set(id, on ? "PUT" : "DELETE", "pin"),
    start: expire,
    stop(): void {
      era++;
      clearTimeout(asking);
      clearTimeout(expiry);
    },
  };
}

export type Conversations = ReturnType<typeof createConversations>;
