/** The settings from outside: plain forms, as a browser without scripts sends them. */
import assert from "node:assert/strict";
import { browserOf, doorOf, signIn } from "./support/forms.ts";
import type { PlainBrowser } from "./support/forms.ts";
import { startServer, type TestServer } from "./support/server.ts";
import { png } from "./support/upload.ts";

async function withLeila(
  run: (stage: { server: TestServer; leila: PlainBrowser }) => Promise<void>,
) {
  const server = await startServer();
  try {
    await server.person("leila", { first_name: "Leila", last_name: "Rostami" });
    await run({ server, leila: await signIn(server, doorOf("leila")) });
  } finally {
    await server.stop();
  }
}

const SECTIONS = ["", "/profile", "/account", "/sessions", "/appearance", "/notifications"];

/** The sentence below a field, if something is wrong with it. */
function faultOf(html: string, field: string): string | undefined {
  const input = new RegExp(`<input[^>]* name="${field}"[^>]*>`).exec(html)?.[0] ?? "";
  if (!input.includes('aria-invalid="true"')) return undefined;
  return new RegExp(`id="${field}-note".*?<span[^>]*>([^<]*)</span></p>`, "s").exec(html)?.[1];
}

const CHROME =
  "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

Deno.test("whoever is not signed in is led to the door and back, and changes nothing", () =>
  withLeila(async ({ server, leila }) => {
    const stranger = browserOf(server, "");
    for (const section of SECTIONS) {
      const { status, location } = await stranger.look(`/settings${section}`);
      assert.deepEqual(
        [status, location],
        [303, `/login?next=${encodeURIComponent(`/settings${section}`)}`],
        section,
      );
      assert.equal((await leila.look(`/settings${section}`)).status, 200, section);
    }
    const sent = await stranger.send("/settings/profile", {
      part: "names",
      username: "taken",
      first_name: "x",
    });
    assert.match(sent.location!, /^\/login/);
    assert.match((await leila.look("/settings/profile")).html, /value="Leila"/);
    assert.equal((await leila.look("/settings/nothing")).status, 404);
  }));

Deno.test("another site's page changes nothing with one's cookie", () =>
  withLeila(async ({ leila }) => {
    const form = new FormData();
    form.append("file", new File([await png() as Uint8Array<ArrayBuffer>], "a.png", { type: "image/png" }));
    const bodies: [string, Record<string, string> | FormData][] = [
      ["/settings/profile", { part: "names", first_name: "Mallory", last_name: "", username: "mallory" }],
      ["/settings/profile", { part: "games", game_0: "x", id_0: "y" }],
      ["/settings/profile", form],
      ["/settings/account", { current_password: "leila-password", new_password: "owned-by-mallory" }],
      ["/settings/sessions", { revoke: "others" }],
      ["/settings/notifications", { sound: "off" }],
      ["/preferences", { theme: "dark", time_zone: "Asia/Kabul" }],
    ];
    for (const [path, body] of bodies) {
      const { status } = await leila.send(path, body, { origin: "https://evil.example" });
      assert.equal(status, 403, path);
    }
    const { html } = await leila.look("/settings/profile");
    assert.match(html, /value="Leila"/);
    assert.doesNotMatch(html, /Mallory|\/files\//);
    assert.equal(
      (await leila.send("/settings/account", {
        current_password: "leila-password",
        new_password: "my-own-new-one",
      })).status,
      303,
      "the password is still the old one",
    );
  }));

Deno.test("a name is changed by a form, and what is wrong stands beside its field", () =>
  withLeila(async ({ server, leila }) => {
    await server.person("arash");
    const form = { part: "names", first_name: "لیلا", last_name: "", username: "leila.r" };
    const { status, location } = await leila.send("/settings/profile", form);
    assert.deepEqual([status, location], [303, "/settings/profile?done=names"]);
    const { html } = await leila.look(location!);
    assert.match(html, /Your name is saved\./);
    assert.match(html, /value="لیلا"/);
    assert.match(html, /<input[^>]*name="last_name"[^>]*value=""/, "a name may be empty again");

    const taken = await leila.send("/settings/profile", { ...form, username: "Arash", first_name: "Lily" });
    assert.equal(taken.status, 409);
    assert.equal(faultOf(taken.html, "username"), "Somebody has this username already.");
    assert.match(taken.html, /value="Lily"/, "what was typed is kept");
    assert.doesNotMatch(taken.html, /is saved/);

    const wrong = await leila.send("/settings/profile", {
      ...form,
      username: `a" autofocus`,
      first_name: "x".repeat(81),
    });
    assert.equal(wrong.status, 400);
    assert.match(faultOf(wrong.html, "username")!, /3 to 32 letters/);
    assert.match(faultOf(wrong.html, "first_name")!, /80 characters/, "all at once");
    assert.equal(faultOf(wrong.html, "last_name"), undefined);
    assert.doesNotMatch(wrong.html, /value="a" autofocus/);
    const persian = browserOf(server, leila.cookie, "fa");
    const said = await persian.send("/settings/profile", { ...form, username: "x" });
    assert.match(faultOf(said.html, "username")!, /نام کاربری/);
    assert.match((await leila.look("/settings/profile")).html, /value="leila\.r"/, "nothing of it was kept");
  }));

Deno.test("games: rows are added, emptied and removed by forms alone", () =>
  withLeila(async ({ leila }) => {
    const send = (fields: Record<string, string>) =>
      leila.send("/settings/profile", { part: "games", ...fields });
    assert.match((await leila.look("/settings/profile")).html, /name="game_0"/, "one empty row is there");
    const three = { game_0: "Chess", id_0: "leila64", game_1: "Go", id_1: "L", game_2: "", id_2: " " };
    assert.equal((await send(three)).location, "/settings/profile?done=games");
    let { html } = await leila.look("/settings/profile");
    assert.match(html, /name="id_1"[^>]*value="L"/);
    assert.match(html, /name="game_2"[^>]*value=""/);
    assert.doesNotMatch(html, /name="game_3"/);
    await send({ ...three, remove: "0" });
    html = (await leila.look("/settings/profile")).html;
    assert.match(html, /name="game_0"[^>]*value="Go"/);
    assert.doesNotMatch(html, /Chess/);

    const half = await send({ game_0: "Go", id_0: "" });
    assert.equal(half.status, 400);
    assert.match(half.html, /role="alert".*Both the game and your name in it are needed\./s);
    assert.match(half.html, /name="game_0"[^>]*value="Go"/);
    assert.match((await send({ game_0: "x".repeat(41), id_0: "y" })).html, /up to 40 characters/);
    const many = Object.fromEntries(
      Array.from({ length: 21 }, (_, i) => [[`game_${i}`, "x"], [`id_${i}`, "y"]]).flat(),
    );
    assert.match((await send(many)).html, /There is room for 20 games\./);
    assert.match((await leila.look("/settings/profile")).html, /name="id_0"[^>]*value="L"/);
  }));

Deno.test("a picture is sent, replaced by none but a picture, and removed", () =>
  withLeila(async ({ leila }) => {
    const send = (bytes: Uint8Array, name: string) => {
      const form = new FormData();
      form.append("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
      return leila.send("/settings/profile", form);
    };
    assert.equal((await send(await png(), "a.png")).location, "/settings/profile?done=picture");
    const { html } = await leila.look("/settings/profile");
    const address = /src="(\/files\/[^"]+)"/.exec(html)![1]!;
    assert.equal((await leila.look(address)).status, 200);

    const text = await send(new TextEncoder().encode("no picture at all"), "a.png");
    assert.equal(text.status, 415);
    assert.match(text.html, /role="alert"/);
    assert.ok(text.html.includes(address), "the old one stays");
    const huge = await send(new Uint8Array(10 * 1024 * 1024 + 1), "huge.png");
    assert.equal(huge.status, 413);
    assert.match(huge.html, /up to 10 MB/);
    assert.match((await send(new Uint8Array(), "")).html, /role="alert"/, "nothing was chosen");

    assert.equal(
      (await leila.send("/settings/profile", { part: "picture" })).location,
      "/settings/profile?done=unpictured",
    );
    assert.doesNotMatch((await leila.look("/settings/profile")).html, /\/files\//);
    assert.equal((await leila.look(address)).status, 404);
  }));

Deno.test("a new password ends the other sessions and not this one", () =>
  withLeila(async ({ server, leila }) => {
    const elsewhere = await signIn(server, doorOf("leila"));
    const send = (current_password: string, new_password: string) =>
      leila.send("/settings/account", { current_password, new_password });
    const wrong = await send("not this one", "kiln-cobalt-7");
    assert.equal(wrong.status, 401);
    assert.equal(faultOf(wrong.html, "current_password"), "This isn’t your current password.");
    assert.doesNotMatch(wrong.html, /kiln-cobalt|not this one/, "no password comes back");
    const short = await send("leila-password", "kurz");
    assert.equal(faultOf(short.html, "new_password"), "The password needs at least 8 characters.");
    assert.equal(faultOf(short.html, "current_password"), undefined);
    assert.equal((await elsewhere.look("/settings")).status, 200);

    const { status, location } = await send("leila-password", "kiln-cobalt-7");
    assert.deepEqual([status, location], [303, "/settings/account?done=password"]);
    assert.match((await leila.look(location!)).html, /Your new password is set/);
    assert.match((await elsewhere.look("/settings")).location!, /^\/login/);
  }));

Deno.test("sessions: each in words, one ended, then all others; never somebody else's", () =>
  withLeila(async ({ server, leila }) => {
    const phone = await signIn(server, doorOf("leila"), { agent: CHROME });
    const other = await signIn(server, doorOf("leila"));
    await server.person("arash");
    const arash = await signIn(server, doorOf("arash"));
    const { html } = await leila.look("/settings/sessions");
    assert.match(html, /Chrome on Android/);
    assert.match(html, /This device/);
    assert.match(html, /127\.0\.0\.1/);
    const id = /name="revoke" value="(\d+)"[^>]*aria-label="Sign out Chrome on Android"/.exec(html)?.[1] ??
      /aria-label="Sign out Chrome on Android"[^>]*/.exec(html)![0];
    assert.match(id, /^\d+$/);
    assert.equal((await arash.send("/settings/sessions", { revoke: id })).status, 404);
    assert.equal((await phone.look("/settings")).status, 200);
    assert.equal(
      (await leila.send("/settings/sessions", { revoke: id })).location,
      "/settings/sessions?done=session",
    );
    assert.equal((await phone.look("/settings")).status, 303);
    assert.equal(
      (await leila.send("/settings/sessions", { revoke: "others" })).location,
      "/settings/sessions?done=others",
    );
    assert.equal((await other.look("/settings")).status, 303);
    assert.equal((await leila.look("/settings")).status, 200);
    assert.equal((await arash.look("/settings")).status, 200);
    assert.equal((await leila.send("/settings/sessions", { revoke: "x" })).status, 404);
    assert.match(
      (await browserOf(server, leila.cookie, "fa").look("/settings/sessions")).html,
      /همین دستگاه/,
    );
  }));

Deno.test("language, calendar, zone, theme and switches are kept on the account", () =>
  withLeila(async ({ server, leila }) => {
    const here = { return: "/settings/appearance" };
    for (
      const [name, value] of [["calendar", "persian"], ["time_zone", "Asia/Kabul"], [
        "theme",
        "dark",
      ]] as const
    ) {
      const { status, location } = await leila.send("/preferences", { ...here, [name]: value });
      assert.deepEqual([status, location], [303, "/settings/appearance"]);
    }
    const { html } = await leila.look("/settings/appearance");
    assert.match(html, /Today: \p{L}+ \d+ \p{L}+ 14\d\d/u);
    assert.match(html, /<option[^>]*value="Asia\/Kabul"[^>]*selected/);
    assert.match(html, /data-theme="dark"/);
    await leila.send("/preferences", { ...here, calendar: "auto", time_zone: "" });
    const auto = (await leila.look("/settings/appearance")).html;
    assert.match(auto, /Today: \p{L}+ \d+ \p{L}+ 20\d\d/u);
    assert.doesNotMatch(auto, /value="Asia\/Kabul"[^>]*selected/);
    assert.equal((await leila.send("/preferences", { ...here, calendar: "mayan" })).status, 400);

    assert.equal(
      (await leila.send("/settings/notifications", { sound: "off" })).location,
      "/settings/notifications?done=notifications",
    );
    const switches = (await leila.look("/settings/notifications")).html;
    assert.match(switches, /<button[^>]*name="sound"[^>]*value="on"[^>]*aria-checked="false"/);
    assert.match(switches, /<button[^>]*name="enter_sends"[^>]*value="off"[^>]*aria-checked="true"/);
    await leila.send("/preferences", { ...here, language: "fa" });
    assert.match((await browserOf(server, leila.cookie, "").look("/settings")).html, /<html lang="fa"/);
  }));
