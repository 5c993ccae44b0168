/** What others learn of somebody's new name or picture, and when; over HTTP and sockets of a real server. */
import assert from "node:assert/strict";
import type { Client } from "./support/client.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { png, upload } from "./support/upload.ts";

async function withPeople(run: (server: TestServer, leila: Client, arash: Client) => Promise<void>) {
  const server = await startServer();
  try {
    await run(server, await server.person("leila"), await server.person("arash"));
  } finally {
    await server.stop();
  }
}

const isUser = (frame: { type: string }) => frame.type === "chat:user";
/** A socket that stands open is told nothing yet: the server looks first who it is. */
const isHello = (frame: { type: string }) => frame.type === "hello";

Deno.test("a new name or picture is told to the workspace at once, and to no other", () =>
  withPeople(async (server, leila, arash) => {
    await server.app.workspaces.create({ slug: "elsewhere", name: "elsewhere" });
    const outsider = await server.person("outsider", { workspace: "elsewhere" });
    const [theirs, own, strange] = [await arash.socket(), await leila.socket(), await outsider.socket()];
    for (const socket of [theirs, own, strange]) await socket.next(isHello);
    const changed = await leila.patch("/api/auth/me", { first_name: "لیلا", language: "en" });
    assert.equal(changed.status, 200);
    const { user } = await theirs.next(isUser);
    assert.deepEqual([user.id, user.first_name], [leila.me.id, "لیلا"]);
    assert.deepEqual(
      Object.keys(user).sort(),
      Object.keys((await arash.get("/api/users?q=leila")).body[0])
        .filter((key) => !["is_online", "status", "last_seen_at"].includes(key)).sort(),
      "as everybody sees them, and no more: neither address nor settings",
    );
    assert.equal((await own.next(isUser)).user.first_name, "لیلا", "one's other devices as well");

    await upload(leila, "/api/auth/me/picture", [{ name: "a.png", bytes: await png() }], {}, {
      method: "PUT",
    });
    const { user: pictured } = await theirs.next(isUser);
    assert.match(pictured.profile_picture, /^\/files\/\d+\//);
    await leila.delete("/api/auth/me/picture");
    assert.equal((await theirs.next(isUser)).user.profile_picture, null);
    assert.equal(strange.heard.filter(isUser).length, 0, "another workspace hears nothing");
    for (const socket of [theirs, own, strange]) await socket.close();
  }));

Deno.test("what nobody else sees is told to nobody", () =>
  withPeople(async (_server, leila, arash) => {
    const socket = await arash.socket();
    await socket.next(isHello);
    await leila.patch("/api/auth/me", {
      theme: "dark",
      time_zone: "Asia/Kabul",
      notifications: { sound: false },
    });
    const own = await leila.socket();
    await own.next(isHello);
    await leila.patch("/api/auth/me", { calendar: null });
    const told = await own.next((frame) => frame.type === "chat:me");
    assert.deepEqual([told.changed, told.notifications.sound], [["calendar"], false]);
    await own.close();
    await leila.patch("/api/auth/me", { username: "arash" });
    await leila.patch("/api/auth/me", { last_name: "رستمی" });
    const { user } = await socket.next(isUser);
    assert.equal(user.last_name, "رستمی");
    assert.equal(socket.heard.filter(isUser).length, 1);
    assert.equal(socket.heard.filter((frame) => frame.type === "chat:me").length, 0);
    await socket.close();
  }));

Deno.test("the server says whether a username is to be had", () =>
  withPeople(async (server, leila) => {
    const ask = async (client: Client, name: string, language = "en") =>
      await client.call("GET", `/api/auth/me/username?username=${encodeURIComponent(name)}`, undefined, {
        headers: { "accept-language": language },
      });
    assert.deepEqual((await ask(leila, "nobody_yet")).body, { available: true });
    assert.deepEqual((await ask(leila, "Leila")).body, { available: true }, "one's own, however written");
    // The first letter is Cyrillic.
    for (const twin of ["ARASH", "аrash"]) {
      const { status, body } = await ask(leila, twin);
      assert.equal(status, 200);
      assert.deepEqual([body.available, body.code], [false, "username_taken"]);
      assert.equal(body.detail, "Somebody has this username already.");
    }
    assert.match((await ask(leila, "x y", "fa")).body.detail, /نام کاربری/);
    assert.equal((await ask(leila, "ab")).body.code, "username_invalid");
    assert.equal((await ask(leila, "")).body.available, false);
    assert.equal((await ask(server.anybody(), "arash")).status, 401, "strangers learn no names here");
  }));

Deno.test("time zone and games of a profile: taken clean, or refused", () =>
  withPeople(async (_server, leila) => {
    const taken = await leila.patch("/api/auth/me", {
      time_zone: "Asia/Kabul",
      in_game_ids: [{ game: "  Chess \u202e", id: "leila\n64" }],
    });
    assert.equal(taken.body.time_zone, "Asia/Kabul");
    assert.deepEqual(taken.body.in_game_ids, [{ game: "Chess", id: "leila 64" }]);
    const refused = [
      { time_zone: "Mars/Olympus" },
      { in_game_ids: [{ game: "", id: "x" }] },
      { in_game_ids: [{ game: "x", id: " " }] },
      { in_game_ids: [{ game: "x".repeat(41), id: "x" }] },
      { in_game_ids: Array(21).fill({ game: "x", id: "x" }) },
    ];
    for (const change of refused) {
      assert.equal(
        (await leila.patch("/api/auth/me", change)).status,
        400,
        JSON.stringify(change).slice(0, 80),
      );
    }
    const { body } = await leila.get("/api/auth/me");
    assert.deepEqual([body.time_zone, body.in_game_ids.length], ["Asia/Kabul", 1]);
    assert.equal((await leila.patch("/api/auth/me", { time_zone: null })).body.time_zone, null);
  }));
