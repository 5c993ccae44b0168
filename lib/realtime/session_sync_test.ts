/**
 * The same promise for all of a person's conversations: whatever happens in them, and to the connection, the list, its
 * counts and the room in view end as the database has them.
 */
import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { setImmediate } from "node:timers";
import fc from "fast-check";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Conversation } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { createConversations } from "./client/conversations.ts";
import { inOrder, toEntry } from "./client/entries.ts";
import { createRoom } from "./client/room.ts";
import { createSession } from "./client/session.ts";
import type { SessionStart } from "./client/session.ts";
import { createStage, turns } from "./testing/stage.ts";
import type { FakeSocket, Stage } from "./testing/stage.ts";

/** Who acts, in which of the conversations, on which of the messages there are. */
interface Happening {
  readonly what:
    | "send"
    | "mention"
    | "write here"
    | "edit"
    | "delete"
    | "read elsewhere"
    | "read here"
    | "break"
    | "add"
    | "remove"
    | "wait";
  readonly who: number;
  readonly where: number;
  readonly target: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom<Happening["what"][]>(
    "send",
    "send",
    "mention",
    "write here",
    "edit",
    "delete",
    "read elsewhere",
    "read here",
    "break",
    "add",
    "remove",
    "wait",
  ),
  who: fc.nat(2),
  where: fc.nat(2),
  target: fc.nat(1000),
});

/** Longer than what is in doubt gathers for, and the answer takes. */
const SETTLED_WITHIN = 5000;

const people = new AsyncLocalStorage<{ actor: Actor; stage: Stage }>();

/** A browser's end of a socket, on an object of the server's. */
class BrowserSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static readonly all = new Map<number, BrowserSocket>();

  readyState = BrowserSocket.CONNECTING;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly #server: FakeSocket;

  constructor() {
    const { actor, stage } = people.getStore()!;
    BrowserSocket.all.set(actor.id, this);
    this.#server = stage.upgrade(actor).socket;
    const later = AsyncLocalStorage.snapshot();
    // What is on its way when the connection breaks is lost.
    this.#server.send = (data) =>
      void setImmediate(() =>
        this.readyState === BrowserSocket.OPEN && later(() => this.onmessage?.({ data }))
      );
    queueMicrotask(() => {
      this.readyState = BrowserSocket.OPEN;
      this.#server.open();
    });
  }

  send(data: string): void {
    setImmediate(() => this.readyState === BrowserSocket.OPEN && this.#server.receive(data));
  }

  close(): void {
    this.readyState = BrowserSocket.CLOSED;
    this.#server.gone();
  }
}

/** The few addresses that a session and a room ask, answered by the core. */
async function answer(path: string): Promise<Response> {
  const { actor, stage: { world: { chat } } } = people.getStore()!;
  // Answers take their time: meanwhile the world goes on.
  await turns(3);
  const { pathname, searchParams } = new URL(path, "http://peyk.test");
  const [, id, rest] = /^\/api\/conversations\/(\d+)\/?(.*)$/.exec(pathname) ?? [];
  try {
    if (pathname === "/api/conversations") return Response.json(await chat.conversations.list(actor));
    if (pathname === "/api/users") return Response.json([]);
    if (id && !rest) return Response.json(await chat.conversations.get(actor, Number(id)));
    if (rest === "pins") return Response.json(await chat.pins.list(actor, Number(id)));
    if (rest?.startsWith("messages")) {
      const limit = Number(searchParams.get("page_size"));
      const { messages, more } = await chat.history.page(actor, Number(id), { limit });
      return Response.json({ results: messages, next: more ? "more" : null, previous: null });
    }
    return Response.json({});
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return Response.json({ detail: error.code }, { status: error.code === "not_found" ? 404 : 400 });
  }
}

/** Puts the browser's globals in place; gives what takes them away. */
function browse(): () => void {
  const before = { fetch: globalThis.fetch, WebSocket: globalThis.WebSocket };
  globalThis.fetch = (input) => answer(String(input));
  globalThis.WebSocket = BrowserSocket as unknown as typeof WebSocket;
  Object.defineProperty(globalThis, "location", {
    value: { origin: "http://peyk.test", href: "http://peyk.test/chat" },
    configurable: true,
  });
  return () => {
    Object.assign(globalThis, before);
    Reflect.deleteProperty(globalThis, "location");
  };
}

/** What one sees in a row of the list. */
function seen(
  { id, kind, name, seq, version, unread_count, mention_count, read_seq, last_message }: Conversation,
) {
  const last = last_message && {
    ...{ id: last_message.id, content: last_message.content, is_deleted: last_message.is_deleted },
    // Ticks stand between two people alone.
    is_read: kind === "direct" && last_message.is_read,
  };
  return { id, kind, name, seq, version, unread_count, mention_count, read_seq, last };
}

/** A page that somebody has open, with the conversation `open` in view. */
async function visit(stage: Stage, actor: Actor, open: number) {
  const { chat, home } = stage.world;
  const own = [await chat.conversations.get(actor, home.global), ...await chat.conversations.list(actor)];
  const { messages } = await chat.history.page(actor, open, { limit: 1000 });
  const start = {
    me: await chat.people.get(actor),
    notifications: { sound: false, desktop: false, all_messages: false, enter_sends: true },
    global_id: home.global,
    conversations: own.map(toEntry),
    ...{ build: "test", upload_max_mb: 1, members: [], next_online: null, next_offline: null },
    ...{ members_count: 0, online_count: 0, online_ids: [], away_ids: [] },
  } satisfies SessionStart;
  return people.run({ actor, stage }, () => {
    const session = createSession(start);
    session.liven(createConversations);
    const room = createRoom(session, {
      conversation: own.find(({ id }) => id === open)!,
      messages: messages.reverse(),
      ...{ has_older: false, has_newer: false, pins: [], receipts: null },
      is_beginning: open === home.global,
    });
    session.start(null);
    return {
      actor,
      open,
      session,
      room,
      write: (text: string) => people.run({ actor, stage }, () => room.send(text, null)),
      read: (seq: number) => people.run({ actor, stage }, () => room.read(seq)),
      breakOff: () =>
        people.run({ actor, stage }, () => {
          session.sleep();
          session.wake();
        }),
      stop() {
        room.stop();
        session.stop();
      },
    };
  });
}

type Visit = Awaited<ReturnType<typeof visit>>;

/** Waits until what somebody sees is what the database has; else says where it differs. */
async function settles(stage: Stage, { actor, open, session, room }: Visit): Promise<void> {
  const { chat, home } = stage.world;
  const end = Date.now() + SETTLED_WITHIN;
  while (true) {
    try {
      const own = [await chat.conversations.get(actor, home.global), ...await chat.conversations.list(actor)];
      const listed = inOrder(session.entries.peek().values()).map(seen);
      assert.deepEqual(listed, inOrder(own).map(seen));
      // What one wrote where one is no more is refused, and stays to be seen.
      assert.deepEqual(session.outbox.entries.peek().filter(({ refused }) => refused === null), []);
      if (own.some(({ id }) => id === open)) {
        const { messages } = await chat.history.page(actor, open, { limit: 1000 });
        const told = room.messages.peek().filter(({ kind }) => kind === "text");
        assert.deepEqual(
          told.map(({ id, content, is_deleted, version }) => ({ id, content, is_deleted, version })),
          messages.reverse().filter(({ kind }) => kind === "text")
            .map(({ id, content, is_deleted, version }) => ({ id, content, is_deleted, version })),
        );
        const entry = own.find(({ id }) => id === open)!;
        assert.equal(room.unread.peek(), entry.unread_count, "unread in the room");
      }
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 25));
    }
  }
}

async function perform(
  stage: Stage,
  visits: readonly Visit[],
  happening: Happening,
  scene: Scene,
): Promise<void> {
  const { chat } = stage.world;
  const { what, who, where, target } = happening;
  const actor = scene.people[who]!, conversation_id = scene.places[where]!;
  const page = visits[who % visits.length]!;
  const id = scene.ids[target % Math.max(1, scene.ids.length)];
  switch (what) {
    case "send":
    case "mention": {
      const content = what === "send" ? `${target}` : `@${scene.names[target % 2]} ${target}`;
      return void scene.ids.push((await chat.messages.send(actor, { conversation_id, content })).id);
    }
    case "write here":
      return page.write(`mine ${target}`);
    case "edit":
      return void (id && await chat.messages.edit(actor, id, `edited ${target}`));
    case "delete":
      return void (id && await chat.messages.remove(actor, id));
    case "read elsewhere":
      return void await chat.reads.mark(actor, conversation_id, target % 12);
    case "read here":
      return page.read(Math.min(target % 12, page.room.newest_seq.peek()));
    case "break":
      return page.breakOff();
    case "add":
      return void await chat.members.add(scene.people[2]!, scene.group, [page.actor.id]);
    case "remove":
      return await chat.members.remove(scene.people[2]!, scene.group, page.actor.id);
    case "wait":
      return await turns(5);
  }
}

interface Scene {
  readonly people: readonly Actor[];
  readonly names: readonly string[];
  readonly places: readonly number[];
  readonly group: number;
  /** Messages sent so far. */
  readonly ids: number[];
}

Deno.test("many conversations, several people: every list, count and room ends as the database has it", async () => {
  const leave = browse();
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
        await using stage = await createStage();
        const { chat, home, leila, arash, agent } = stage.world;
        const direct = await chat.conversations.openDirect(leila, arash.id);
        // What nothing was said in stands in nobody's list.
        await chat.messages.send(leila, { conversation_id: direct, content: "first" });
        const { id: group } = await chat.groups.create(agent, {
          name: "group",
          members: [leila.id, arash.id],
        });
        // Where one has never looked, what stands there is not unread: both have.
        for (const one of [leila, arash]) await chat.reads.mark(one, home.global, 0);
        const scene: Scene = {
          people: [leila, arash, agent],
          names: ["leila", "arash"],
          places: [home.global, direct, group],
          ...{ group, ids: [] },
        };
        const visits = [await visit(stage, leila, direct), await visit(stage, arash, group)];
        try {
          for (const one of happenings) {
            // What the rules refuse (another's message, a group one is not in) is no matter here.
            const doing = perform(stage, visits, one, scene).catch((error) => assert(error.code, error));
            if (one.target % 3 > 0) await doing;
          }
          await turns(10);
          for (const page of visits) await settles(stage, page);
        } finally {
          for (const page of visits) page.stop();
        }
      }),
      { numRuns: 25 },
    );
  } finally {
    leave();
  }
});
