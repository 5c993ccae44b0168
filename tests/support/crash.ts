/**
 * People who write while the program is killed under their hands, and what must be true afterwards. They
 * keep what they were told; after each restart that is held against what the program has.
 */
import assert from "node:assert/strict";
import type { Message } from "@/lib/protocol/entities.ts";
import { createClient } from "./client.ts";
import type { Client } from "./client.ts";
import { createListener } from "./crash_listener.ts";
import type { Listener } from "./crash_listener.ts";
import { startProgram } from "./program.ts";
import type { Program } from "./program.ts";

export interface CrashOptions {
  readonly seed: number;
  /** How often the program is killed. */
  readonly rounds: number;
  /** Acknowledgements before each kill: at least so many, at most twice. */
  readonly acks: number;
}

/** One message somebody wrote, whether or not they were told that it arrived. */
export interface Attempt {
  readonly writer: string;
  readonly client_id: string;
  readonly content: string;
  /** Where to, as the request says it. */
  readonly place: { conversation_id?: number; recipient_id?: number };
  /** The message as it was acknowledged. */
  sent?: Message;
  /** The text it was changed to, and the answer if there was one. */
  edit?: { content: string; done?: Message };
  /** It was deleted, and whether that was acknowledged. */
  removal?: { done: boolean };
}

const WRITERS = ["leila", "arash", "sara", "dariush"] as const;
/** Messages that one person has on their way. */
const IN_FLIGHT = 8;

/** Everything that one run of the test knows. */
interface Story {
  readonly random: () => number;
  readonly attempts: Attempt[];
  readonly clients: Map<string, Client>;
  readonly listener: Listener;
  acknowledged: number;
  global_id: number;
}

/** Kills the program `rounds` times under load. @throws AssertionError for anything lost or doubled */
export async function crashAgainAndAgain(
  { seed, rounds, acks }: CrashOptions,
): Promise<{ acknowledged: number }> {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-crash-" });
  const story: Story = {
    random: createRandom(seed),
    attempts: [],
    clients: new Map(),
    listener: createListener(),
    acknowledged: 0,
    global_id: 0,
  };
  let program = await startProgram(data_dir);
  try {
    for (let round = 0; round < rounds; round++) {
      await signIn(story, program, round === 0);
      await story.listener.listen(story.clients.get("sara")!, story.global_id);
      await writeUntilKilled(story, program, acks);
      program = await startProgram(data_dir);
      await signIn(story, program, false);
      await story.listener.listen(story.clients.get("sara")!, story.global_id);
      await resendEverything(story);
      await compare(story);
    }
    return { acknowledged: story.acknowledged };
  } finally {
    story.listener.close();
    await program.kill();
    await Deno.remove(data_dir, { recursive: true });
  }
}

/** The same people each time; ports change, so do their clients. */
async function signIn(story: Story, { url }: Program, first: boolean): Promise<void> {
  for (const name of WRITERS) {
    const client = createClient(url);
    const proof = { email: `${name}@peyk.test`, password: `${name}-password` };
    if (first) await client.register({ ...proof, username: name });
    else await client.login(proof);
    story.clients.set(name, client);
  }
  if (!first) return;
  // The global room's id is learned from a message in it, which is one of those that must survive.
  const attempt: Attempt = { writer: "leila", client_id: "first", content: "first", place: {} };
  story.attempts.push(attempt);
  attempt.sent = await post(story.clients.get("leila")!, attempt);
  story.global_id = attempt.sent.conversation;
}

/** Two people at sockets and two with REST write, change and delete, until the program is gone. */
async function writeUntilKilled(story: Story, program: Program, acks: number): Promise<void> {
  const round = story.attempts.length;
  const until = story.acknowledged + Math.floor(acks * (1 + story.random()));
  const gone = Promise.withResolvers<void>();
  let over = false;
  const note = () => {
    if (++story.acknowledged < until || over) return;
    over = true;
    program.kill().then(gone.resolve);
  };
  const write: Write = (writer, place) => {
    const client_id = `${round}-${story.attempts.length}-${writer}`;
    const attempt: Attempt = { writer, client_id, content: `پیام ${client_id}`, place };
    story.attempts.push(attempt);
    return attempt;
  };
  const context = { story, write, note, isOver: () => over };
  const sockets = [writeBySocket(context, "leila"), writeBySocket(context, "arash")];
  const rest = ["sara", "dariush"].flatMap((name) =>
    Array.from({ length: IN_FLIGHT / 2 }, () => writeByRest(context, name))
  );
  // A program that stops answering by itself must not hold the test for ever.
  const patience = setTimeout(() => gone.reject(new Error("the program stopped acknowledging")), 60_000);
  await gone.promise.finally(() => clearTimeout(patience));
  await Promise.all([...sockets, ...rest]);
}

type Write = (writer: string, place: Attempt["place"]) => Attempt;

interface Writing {
  readonly story: Story;
  readonly write: Write;
  /** Counts an acknowledgement; the last one kills. */
  readonly note: () => void;
  readonly isOver: () => boolean;
}

async function writeByRest({ story, write, note, isOver }: Writing, name: string): Promise<void> {
  const client = story.clients.get(name)!;
  const friend = story.clients.get(name === "sara" ? "dariush" : "sara")!.me.id;
  while (!isOver()) {
    const attempt = write(name, story.random() < 0.3 ? { recipient_id: friend } : {});
    try {
      attempt.sent = await post(client, attempt);
      note();
      if (story.random() < 0.15) {
        attempt.edit = { content: `${attempt.content} (edited)` };
        const { status, body } = await client.patch(`/api/messages/${attempt.sent.id}`, {
          content: attempt.edit.content,
        });
        assert.equal(status, 200);
        attempt.edit.done = body;
        note();
      } else if (story.random() < 0.1) {
        attempt.removal = { done: false };
        assert.equal((await client.delete(`/api/messages/${attempt.sent.id}`)).status, 204);
        attempt.removal.done = true;
        note();
      }
    } catch (error) {
      // The connection broke: what it was about may or may not have happened.
      if (!(error instanceof TypeError)) throw error;
      return;
    }
  }
}

/** Sends one message as REST does; every other one is named by the header instead of the body. */
async function post(client: Client, { client_id, content, place }: Attempt): Promise<Message> {
  const by_header = client_id.length % 2 === 0;
  const { status, body } = await client.call(
    "POST",
    "/api/messages",
    { content, ...place, ...(by_header ? {} : { client_id }) },
    by_header ? { headers: { "idempotency-key": client_id } } : {},
  );
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

/** Keeps some messages on their way; every acknowledgement makes room for the next. */
async function writeBySocket({ story, write, note, isOver }: Writing, name: string): Promise<void> {
  const socket = await openWriter(story.clients.get(name)!);
  const waiting = new Map<string, (message: Message) => void>();
  const send = (type: string, ref: string, body: object, done: (message: Message) => void) => {
    waiting.set(ref, done);
    socket.send(JSON.stringify({ type, ref, ...body }));
  };

  function next(): void {
    if (isOver()) return;
    const attempt = write(name, { conversation_id: story.global_id });
    const { client_id, content } = attempt;
    send("chat:message", client_id, { conversation_id: story.global_id, content, client_id }, (message) => {
      attempt.sent = message;
      note();
      const chance = story.random();
      if (chance < 0.15) change(attempt, message);
      else if (chance < 0.25) remove(attempt, message);
      next();
    });
  }

  function change(attempt: Attempt, { id }: Message): void {
    const edit: Attempt["edit"] = attempt.edit = { content: `${attempt.content} (edited)` };
    send("chat:edit", `${attempt.client_id}e`, { message_id: id, content: edit.content }, (message) => {
      edit.done = message;
      note();
    });
  }

  function remove(attempt: Attempt, { id }: Message): void {
    const removal: Attempt["removal"] = attempt.removal = { done: false };
    send("chat:delete", `${attempt.client_id}d`, { message_id: id }, () => {
      removal.done = true;
      note();
    });
  }

  socket.onmessage = ({ data }) => {
    for (const frame of [JSON.parse(data)].flat()) {
      assert.notEqual(frame.type, "error", data);
      if (frame.type === "ack") waiting.get(frame.ref)!(frame.message);
    }
  };
  const closed = new Promise<void>((done) => socket.onclose = () => done());
  for (let i = 0; i < IN_FLIGHT; i++) next();
  await closed;
}

async function openWriter(client: Client): Promise<WebSocket> {
  const { body } = await client.post("/api/auth/ws-ticket");
  const socket = new WebSocket(`${client.url.replace(/^http/, "ws")}/ws?ticket=${body.ticket}`);
  await new Promise<void>((open, refused) => {
    socket.onopen = () => open();
    socket.onerror = () => refused(new Error("the server refused the connection"));
  });
  socket.onerror = () => {};
  return socket;
}

/** Every message once more, acknowledged or not, as clients do after they lost the line. */
async function resendEverything(story: Story): Promise<void> {
  const queue = [...story.attempts];
  await Promise.all(Array.from({ length: 8 }, async () => {
    for (let attempt = queue.shift(); attempt; attempt = queue.shift()) {
      const first = attempt.sent;
      const again = await post(story.clients.get(attempt.writer)!, attempt);
      assert.equal(again.client_id, attempt.client_id);
      if (first) {
        assert.deepEqual(
          { id: again.id, seq: again.seq, conversation: again.conversation },
          { id: first.id, seq: first.seq, conversation: first.conversation },
          `the acknowledged ${attempt.client_id} is another message now`,
        );
      }
      attempt.sent ??= again;
    }
  }));
}

/** Holds what the program has against what people know. */
async function compare(story: Story): Promise<void> {
  const byConversation = Map.groupBy(story.attempts, ({ sent }) => sent!.conversation);
  for (const [conversation_id, attempts] of byConversation) {
    const reader = story.clients.get(attempts[0]!.writer)!;
    const found = await readAll(reader, conversation_id);
    const { body: conversation } = await reader.get(`/api/conversations/${conversation_id}`);
    assertSound(found, conversation);
    const byName = Map.groupBy(found, (message) => message.client_id);
    const doubled = [...byName.values()].filter((same) => same.length > 1);
    assert.deepEqual(doubled, [], "some messages are there more than once");
    assert.equal(found.length, attempts.length, "as many messages as were written");
    for (const attempt of attempts) assertKept(attempt, byName.get(attempt.client_id)?.[0]);
    if (conversation_id === story.global_id) await story.listener.compare(found);
  }
}

/** `seq` without holes, ids and `seq` growing together, one version a change. */
function assertSound(newest_first: readonly Message[], conversation: { seq: number; version: number }): void {
  const messages = newest_first.toReversed();
  assert.deepEqual(messages.map(({ seq }) => seq), messages.map((_, i) => i + 1), "seq has no holes");
  assert.equal(conversation.seq, messages.length);
  for (const [i, { id }] of messages.entries()) {
    assert(i === 0 || id > messages[i - 1]!.id, "ids grow with seq");
  }
  const versions = messages.map(({ version }) => version);
  assert.equal(new Set(versions).size, versions.length, "no version is worn by two messages");
  assert.equal(
    Math.max(...versions),
    conversation.version,
    "the last change wears the conversation's version",
  );
}

function assertKept({ client_id, content, sent, edit, removal }: Attempt, found: Message | undefined): void {
  assert(found, `${client_id} is lost`);
  assert.deepEqual([found.id, found.seq], [sent!.id, sent!.seq]);
  assert(
    found.version >= Math.max(sent!.version, edit?.done?.version ?? 0),
    `${client_id} went back in time`,
  );
  const texts = [
    ...removal?.done || edit?.done ? [] : [content],
    ...edit && !removal?.done ? [edit.content] : [],
    ...removal ? [""] : [],
  ];
  assert(
    texts.includes(found.content),
    `${client_id} says ${found.content} in place of ${texts.join(" or ")}`,
  );
  assert.equal(found.is_deleted, found.content === "");
  assert.equal(found.is_edited, found.content === edit?.content);
}

async function readAll(client: Client, conversation_id: number): Promise<Message[]> {
  const all: Message[] = [];
  let path: string | null = `/api/conversations/${conversation_id}/messages/?page_size=100`;
  // Keyset pages: as many as it takes and no more.
  for (let page = 1; path !== null; page++) {
    const { status, body } = await client.get(path);
    assert.equal(status, 200);
    all.push(...body.results);
    const oldest = all.at(-1)?.id;
    path = body.results.length < 100 || oldest === undefined
      ? null
      : `/api/conversations/${conversation_id}/messages/?page_size=100&before=${oldest}`;
  }
  return all;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
