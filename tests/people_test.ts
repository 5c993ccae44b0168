/** Lists of people: their order, page by page, with who is there. */
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { migrations } from "@/db/migrations.ts";
import type { Client } from "./support/client.ts";
import { startServer } from "./support/server.ts";
import type { TestServer } from "./support/server.ts";

type Person = { id: number; username: string; first_name: string; status: string; is_online: boolean };

const NAMES = ["بابک", "پریناز", "Emily", "ترانه", "چیستا", "کاوه", "گیتی", "لیلا", "وحید", "هانیه", "یاسمن"];
const IN_ORDER = ["Emily", ...NAMES.filter((name) => name !== "Emily")];

async function withServer(body: (server: TestServer) => Promise<void>): Promise<void> {
  const server = await startServer();
  try {
    await body(server);
  } finally {
    await server.stop();
  }
}

/** Everybody, page by page as the `Link` leads; each page at most `limit` long. */
async function walk(client: Client, query: string, limit: number): Promise<Person[]> {
  const found: Person[] = [];
  for (let path: string | undefined = `/api/users?limit=${limit}&${query}`; path;) {
    const { status, headers, body } = await client.get(path);
    assert.equal(status, 200);
    assert(body.length <= limit && (body.length > 0 || found.length === 0), `${body.length} in a page`);
    found.push(...body);
    const next: string | undefined = /^<(.*)>; rel="next"$/.exec(headers.get("link") ?? "")?.[1];
    assert(next === undefined || next.startsWith(client.url));
    path = next?.slice(client.url.length);
  }
  return found;
}

const named = (people: Person[]) => people.map((one) => one.first_name || one.username);

Deno.test("people come by name as the alphabet has it, in pages without gap or double", () =>
  withServer(async (server) => {
    const shuffled = NAMES.toSorted((a, b) => a.length - b.length || (a < b ? 1 : -1));
    const people = new Map<string, Client>();
    for (const [i, first_name] of shuffled.entries()) {
      people.set(first_name, await server.person(`p${i}x`, { first_name }));
    }
    // A twin by name, and the owner, who has none.
    await server.person("twin", { first_name: "Emily" });
    const wanted = ["Emily", ...IN_ORDER];
    const emily = people.get("Emily")!;
    for (const limit of [1, 3, 12, 13, 100]) {
      const all = await walk(emily, "", limit);
      assert.deepEqual(named(all).filter((name) => name !== "owner"), wanted, `limit ${limit}`);
      assert.equal(new Set(all.map(({ id }) => id)).size, wanted.length + 1);
    }
    assert.deepEqual(named(await walk(emily, `q=${encodeURIComponent("ی")}`, 2)), [
      "پریناز",
      "چیستا",
      "گیتی",
      "لیلا",
      "وحید",
      "هانیه",
      "یاسمن",
    ]);

    // Whoever takes another name stands elsewhere; another language moves nobody.
    await people.get("یاسمن")!.patch("/api/auth/me", { first_name: "آذر" });
    await people.get("لیلا")!.patch("/api/auth/me", { language: "en" });
    const renamed = named(await walk(emily, "", 4)).filter((name) => name !== "owner");
    assert.deepEqual(renamed, ["Emily", "Emily", "آذر", ...IN_ORDER.slice(1, -1)]);

    // What the migration writes for those who were members before is what the program writes.
    const database = new DatabaseSync(`${server.data_dir}/data/peyk.db`);
    const orders = () =>
      database.prepare("select user_id, name_order from memberships order by user_id").all();
    const before = orders();
    database.exec("update memberships set name_order = ''");
    const { sql } = migrations.find(({ name }) => name === "0004_people_order")!;
    database.exec(/update memberships[^;]*;/.exec(sql)![0]);
    assert.deepEqual(orders(), before);
    database.close();
  }));

Deno.test("those who are there and those who are not are lists of their own", () =>
  withServer(async (server) => {
    const clients: Client[] = [];
    for (const [i, first_name] of NAMES.entries()) {
      clients.push(await server.person(`p${i}x`, { first_name }));
    }
    const there = ["ترانه", "گیتی", "بابک"];
    const sockets = await Promise.all(there.map((name) => clients[NAMES.indexOf(name)]!.socket()));
    for (const socket of sockets) await socket.next((frame) => frame.type === "hello");
    await sockets[1]!.ask({ type: "chat:status", status: "away" });
    const [client] = clients;
    for (const limit of [1, 2, 50]) {
      const online = await walk(client!, "is_online=true", limit);
      assert.deepEqual(named(online), ["بابک", "ترانه", "گیتی"]);
      assert.deepEqual(online.map(({ status }) => status), ["online", "online", "away"]);
      const offline = await walk(client!, "is_online=false", limit);
      assert.deepEqual(
        named(offline).filter((name) => name !== "owner"),
        IN_ORDER.filter((name) => !there.includes(name)),
      );
      assert(offline.every(({ is_online, status }) => !is_online && status === "offline"));
    }
    for (const socket of sockets) await socket.close();
  }));

Deno.test("one is found by the whole username, however it is spelled, and by no part of it", () =>
  withServer(async (server) => {
    const leila = await server.person("leila");
    await server.person("leila2");
    await server.person("kian", { username: "کیان-۲" });
    const found = async (name: string) =>
      (await leila.get(`/api/users?username=${encodeURIComponent(name)}`)).body.map((one: Person) =>
        one.username
      );
    assert.deepEqual(await found("leila"), ["leila"]);
    assert.deepEqual(await found("LEILA"), ["leila"]);
    assert.deepEqual(await found("كيان-2"), ["کیان-۲"]);
    assert.deepEqual(await found("leil"), []);
    assert.deepEqual(await found(""), []);
    for (const bad of ["after=x", "after=~", "after=1", `after=1~${"a".repeat(300)}`, "is_online=maybe"]) {
      assert.equal((await leila.get(`/api/users?${bad}`)).status, 400, bad);
    }
    assert.deepEqual((await leila.get("/api/users?after=9~%DB%BF%F0%9F%98%80")).body, []);
  }));
