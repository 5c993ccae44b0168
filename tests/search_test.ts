/** Search from outside: HTTP of a real server, and what becomes of its index when the process ends. */
import assert from "node:assert/strict";
import type { FoundMessage, SearchResults } from "@/lib/protocol/search.ts";
import { createClient } from "./support/client.ts";
import type { Client } from "./support/client.ts";
import { startProgram } from "./support/program.ts";
import { OWNER, startServer, type TestServer } from "./support/server.ts";
import { pixels, upload } from "./support/upload.ts";

interface People {
  readonly server: TestServer;
  readonly owner: Client;
  readonly leila: Client;
  readonly arash: Client;
  readonly sara: Client;
}

async function withPeople(run: (people: People) => Promise<void>): Promise<void> {
  const server = await startServer();
  try {
    const owner = await server.owner();
    const [leila, arash, sara] = [
      await server.person("leila"),
      await server.person("arash"),
      await server.person("sara"),
    ];
    await run({ server, owner, leila, arash, sara });
  } finally {
    await server.stop();
  }
}

/** What a search gives once the index has caught up. */
async function found(
  server: TestServer,
  who: Client,
  query: Record<string, string>,
): Promise<FoundMessage[]> {
  await server.app.indexing.settled();
  const { status, body } = await who.get(`/api/search?${new URLSearchParams(query)}`);
  assert.equal(status, 200, JSON.stringify(body));
  return body.results;
}

const texts = (results: readonly FoundMessage[]) => results.map(({ content }) => content);
const say = async (who: Client, content: string, to: Record<string, unknown> = {}) =>
  (await who.post("/api/messages/", { content, ...to })).body;

/** Turns of ten milliseconds: of this very process, and so as long as its own timers are on a busy machine. */
const HALF_A_SECOND = 50;

Deno.test("what is sent is found within half a second, by itself", () =>
  withPeople(async ({ leila }) => {
    await say(leila, "پیشین");
    const { id } = await say(leila, "می‌خوانم کتابخانهٔ ملی را");
    for (let turn = 0;; turn++) {
      const { body } = await leila.get(`/api/search?q=${encodeURIComponent("میخوانم")}`);
      if (body.results.length > 0) {
        assert.equal(body.results[0].id, id);
        break;
      }
      assert(turn < HALF_A_SECOND, "not found within 500 ms");
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }));

Deno.test("a result is the message itself, with where it was found and what of it", () =>
  withPeople(async ({ server, leila, arash }) => {
    const sent = await say(leila, "كتاب‌های ۱۴۰۳ رسید");
    await say(leila, "سلام آرش", { recipient_id: arash.me.id });
    const [one] = await found(server, arash, { q: "کتابها 1403" });
    const { matches, room, ...message } = one!;
    assert.deepEqual(message, (await arash.get(`/api/messages/${sent.id}/`)).body);
    assert.deepEqual(matches.map(([start, end]) => message.content.slice(start, end)), ["كتاب‌ها", "۱۴۰۳"]);
    assert.deepEqual(room, {
      ...{ id: sent.conversation, kind: "global", name: room.name, picture: null },
      participants: [],
    });
    const [direct] = await found(server, arash, { q: "سلام" });
    assert.equal(direct!.room.kind, "direct");
    assert.deepEqual(direct!.room.participants.map(({ username }) => username).sort(), ["arash", "leila"]);
  }));

Deno.test("every word must be there, each as a beginning; a phrase as it stands; newest first", () =>
  withPeople(async ({ server, leila }) => {
    for (const text of ["red fox", "fox red", "redder foxes", "blue fox"]) await say(leila, text);
    assert.deepEqual(texts(await found(server, leila, { q: "red fox" })), [
      "redder foxes",
      "fox red",
      "red fox",
    ]);
    assert.deepEqual(texts(await found(server, leila, { q: '"red fox"' })), ["red fox"]);
    assert.deepEqual(texts(await found(server, leila, { q: "RÉD" })), ["redder foxes", "fox red", "red fox"]);
    assert.deepEqual(texts(await found(server, leila, { q: "green" })), []);
  }));

Deno.test("pages lead on and end", () =>
  withPeople(async ({ server, leila }) => {
    for (let i = 1; i <= 7; i++) await say(leila, `word ${i}`);
    await server.app.indexing.settled();
    const pages: string[][] = [];
    let next: string | null = "/api/search?q=word&limit=3";
    while (next !== null) {
      const { body } = await leila.get(next.replace(leila.url, ""));
      pages.push(texts(body.results));
      next = body.next;
    }
    assert.deepEqual(pages, [["word 7", "word 6", "word 5"], ["word 4", "word 3", "word 2"], ["word 1"]]);
  }));

Deno.test("only what one may read is found, by everybody else's eyes", () =>
  withPeople(async ({ server, owner, leila, arash, sara }) => {
    await say(leila, "secret in the square");
    await say(leila, "secret between two", { recipient_id: arash.me.id });
    const direct = (await leila.get("/api/conversations/")).body[0].id;
    await server.app.workspaces.create({ slug: "elsewhere", name: "elsewhere" });
    const outsider = server.anybody();
    await outsider.register({
      ...{ email: "outsider@peyk.test", password: "outsider-password", username: "outsider" },
      workspace: "elsewhere",
    });
    const both = ["secret between two", "secret in the square"];
    for (const who of [leila, arash, owner]) {
      assert.deepEqual(texts(await found(server, who, { q: "secret" })), both);
    }
    assert.deepEqual(texts(await found(server, sara, { q: "secret" })), ["secret in the square"]);
    assert.deepEqual(await found(server, outsider, { q: "secret" }), []);
    assert.deepEqual(await found(server, outsider, { from: `${leila.me.id}` }), []);
    const inDirect = { q: "secret", conversation_id: `${direct}` };
    assert.deepEqual(texts(await found(server, arash, inDirect)), ["secret between two"]);
    for (const who of [sara, outsider]) {
      assert.equal((await who.get(`/api/search?${new URLSearchParams(inDirect)}`)).status, 404);
    }
    assert.equal((await server.anybody().call("GET", "/api/search?q=secret")).status, 401);
  }));

Deno.test("who is removed finds nothing of it at once", () =>
  withPeople(async ({ server, leila, arash }) => {
    await say(leila, "secret between two", { recipient_id: arash.me.id });
    const direct = (await leila.get("/api/conversations/")).body[0].id;
    assert.equal((await found(server, arash, { q: "secret" })).length, 1);
    await server.app.store.batch([{
      sql: "update participants set left_at = 1 where conversation_id = ? and actor_id = ?",
      parameters: [direct, arash.me.id],
    }]);
    const { body } = await arash.get("/api/search?q=secret");
    assert.deepEqual(body.results, []);
    // Even where the index were asked for it by name.
    const { found: ask, newest } = await import("@/db/sqlite_search.ts");
    const everything = {
      ...{ phrases: [{ words: ["secret"], open: false }], scopes: [[`c${direct}`]], limit: 9 },
      ...{ open: ["global"] as const, joined: ["direct"] as const },
    };
    const asker = (one: Client) => ({ id: one.me.id, workspace_id: one.me.workspace.id });
    assert.equal((await server.app.store.all(ask(asker(leila), everything))).length, 1);
    assert.equal((await server.app.store.all(ask(asker(arash), everything))).length, 0);
    assert.equal(
      (await server.app.store.all(ask({ ...asker(leila), workspace_id: 1 }, everything))).length,
      0,
    );
    const looked = async (one: { id: number; workspace_id: number }) =>
      (await server.app.store.all(newest(one, { ...everything, scopes: [] }))).map(({ id }) => id !== null);
    assert.deepEqual(await looked(asker(leila)), [true]);
    assert.deepEqual(await looked(asker(arash)), [false]);
    assert.deepEqual(await looked({ ...asker(leila), workspace_id: 1 }), [false]);
  }));

Deno.test("edits and deletions reach it", () =>
  withPeople(async ({ server, leila }) => {
    const { id } = await say(leila, "first words");
    assert.equal((await found(server, leila, { q: "first" })).length, 1);
    await leila.patch(`/api/messages/${id}/`, { content: "second words" });
    assert.deepEqual(await found(server, leila, { q: "first" }), []);
    assert.equal((await found(server, leila, { q: "second" })).length, 1);
    await leila.delete(`/api/messages/${id}/`);
    // Before the index has heard of it, too.
    assert.deepEqual((await leila.get("/api/search?q=second")).body.results, []);
    assert.deepEqual(await found(server, leila, { q: "second" }), []);
    assert.deepEqual(await found(server, leila, { from: `${leila.me.id}` }), []);
  }));

Deno.test("filters: who, when, what it has, from where; a file by its name", () =>
  withPeople(async ({ server, leila, arash }) => {
    await say(leila, "glaze one");
    await say(arash, "glaze two, see https://peyk.example/glaze");
    const picture = { name: "کاسه-آبی.jpg", bytes: await pixels().jpeg().toBuffer() };
    assert.equal(
      (await upload(leila, "/api/messages/upload", [picture], { content: "glaze three" })).status,
      201,
    );
    const by = async (query: Record<string, string>) => texts(await found(server, arash, query));
    assert.deepEqual(await by({ q: "glaze", from: `${arash.me.id}` }), [
      "glaze two, see https://peyk.example/glaze",
    ]);
    assert.deepEqual(await by({ q: "glaze", has: "link" }), ["glaze two, see https://peyk.example/glaze"]);
    assert.deepEqual(await by({ q: "glaze", has: "image" }), ["glaze three"]);
    assert.deepEqual(await by({ q: "glaze", has: "file" }), []);
    assert.deepEqual(await by({ has: "image" }), ["glaze three"]);
    assert.deepEqual(await by({ q: "كاسه آبي" }), ["glaze three"]);
    assert.equal((await by({ q: "glaze", source: "app" })).length, 3);
    assert.deepEqual(await by({ q: "glaze", source: "external" }), []);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    assert.deepEqual(await by({ q: "glaze", after: tomorrow }), []);
    assert.equal((await by({ q: "glaze", before: tomorrow })).length, 3);
    assert.deepEqual(await by({ q: "glaze", before: "2025-01-01" }), []);
    assert.equal((await by({ q: "glaze", after: "2025-01-01" })).length, 3);
  }));

Deno.test("what is no question is refused with a sentence, and hostile ones are words", () =>
  withPeople(async ({ server, leila }) => {
    await say(leila, "near words");
    const refused = async (query: string, code: string) => {
      const { status, body } = await leila.get(`/api/search?${query}`);
      assert.deepEqual([status, body.code], [400, code], query);
      assert(body.detail.length > 10);
    };
    await refused("", "search_empty");
    await refused("q=", "search_empty");
    await refused("q=%2A%2A%22", "search_empty");
    await refused(`q=${"x".repeat(201)}`, "search_too_long");
    await refused(`q=${"x+".repeat(20)}`, "search_too_long");
    await refused("q=x&has=everything", "invalid_input");
    await refused("q=x&cursor=-1", "invalid_input");
    await refused("q=x&after=yesterday", "invalid_input");
    await refused("q=x&source=%22", "invalid_input");
    for (
      const hostile of [
        '" OR scope : "c1',
        "words OR 1=1",
        "{words} : near",
        "NEAR(near words, 2)",
        "near' ; drop table messages; --",
        "^near*",
        "\u0000near\ud800",
        "near -words",
        '"""',
        "scope:w1global",
      ]
    ) {
      const { status } = await leila.get(`/api/search?q=${encodeURIComponent(hostile.toWellFormed())}`);
      assert([200, 400].includes(status), hostile);
    }
    assert.deepEqual(await found(server, leila, { q: '" OR scope : "c1' }), []);
    assert.equal((await found(server, leila, { q: "near" })).length, 1);
  }));

Deno.test("searching has its pace", async () => {
  const server = await startServer({ env: { RATE_LIMIT_FACTOR: "1" } });
  try {
    const leila = await server.person("leila");
    const answers = [];
    for (let i = 0; i < 40; i++) answers.push(await leila.get("/api/search?q=x"));
    const late = answers.find(({ status }) => status === 429);
    assert(late && Number(late.headers.get("retry-after")) >= 1);
  } finally {
    await server.stop();
  }
});

Deno.test("a restart goes on where the index stood, and finds each message once", async () => {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-test-" });
  try {
    let server = await startServer({ data_dir });
    let leila = await server.person("leila");
    for (let i = 0; i < 60; i++) await say(leila, `before ${i}`);
    // Ends with much of it not yet taken up.
    await server.stop();

    server = await startServer({ data_dir });
    leila = server.anybody();
    await leila.login({ email: "leila@peyk.test", password: "leila-password" });
    await say(leila, "after");
    const ids = (await found(server, leila, { q: "before", limit: "50" })).map(({ id }) => id);
    assert.equal(new Set(ids).size, 50);
    assert.equal((await found(server, leila, { q: '"before 59"' })).length, 1);
    // An index of other words is made anew, and what was not indexed at all is.
    const stale = { version: 0, cursor: 1e9, filled: 0 };
    await server.app.indexing.stop();
    await server.app.store.batch([
      { sql: "insert into message_words (message_words) values ('delete-all')", parameters: [] },
      { sql: "update instance set value = ? where name = 'search'", parameters: [JSON.stringify(stale)] },
    ]);
    assert.deepEqual((await leila.get("/api/search?q=after")).body.results, []);
    await server.stop();

    server = await startServer({ data_dir });
    leila = server.anybody();
    await leila.login({ email: "leila@peyk.test", password: "leila-password" });
    assert.equal((await found(server, leila, { q: "after" })).length, 1);
    assert.equal((await found(server, leila, { q: '"before 0"' })).length, 1);
    await server.stop();
  } finally {
    await Deno.remove(data_dir, { recursive: true });
  }
});

Deno.test("killed while it writes, it has every message once when it is back", async () => {
  const data_dir = await Deno.makeTempDir({ prefix: "peyk-test-" });
  const signIn = async (url: string) => {
    const client = createClient(url);
    await client.login(OWNER);
    return client;
  };
  try {
    let program = await startProgram(data_dir);
    let owner = await signIn(program.url);
    const sent = new Set<number>();
    for (let round = 0; round < 3; round++) {
      for (let burst = 0; burst < 5; burst++) {
        const all = await Promise.all(Array.from({ length: 20 }, () => say(owner, "once and for all")));
        for (const { id } of all) sent.add(id);
      }
      await program.kill();
      program = await startProgram(data_dir);
      owner = await signIn(program.url);
    }
    // It catches up by itself; only how long that takes is not this test's matter.
    let ids: number[] = [];
    while (ids.length < sent.size) {
      ids = [];
      for (let next: string | null = "/api/search?q=once&limit=50"; next !== null;) {
        const { body }: { body: SearchResults } = await owner.get(next.replace(program.url, ""));
        ids.push(...body.results.map(({ id }) => id));
        next = body.next;
      }
    }
    assert.deepEqual(ids, [...sent].sort((a, b) => b - a));
    await program.kill();
  } finally {
    await Deno.remove(data_dir, { recursive: true });
  }
});
