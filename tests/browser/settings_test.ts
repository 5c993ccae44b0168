/** The settings in real browsers: what one changes is in force at once, here and where others look. */
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import { browserTest, type Stage } from "../support/browser.ts";
import type { PersonOptions } from "../support/person.ts";
import { startServer } from "../support/server.ts";
import { png } from "../support/upload.ts";
import { enter, eventually, PATIENCE, register } from "./room.ts";
import { choosePicture, enterSettings, openSettings, SECTIONS, takenOver } from "./settings_states.ts";
import { beyondScreen } from "./sweeps/fit.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const t = settingsText("fa");

const settings = (stage: Stage, name: string, path: string, options?: PersonOptions) =>
  enterSettings(stage, server, name, path, options);

browserTest("a new name and picture are seen in another browser without a reload", async (stage) => {
  const leila = await settings(stage, "leila", "/settings/profile");
  const sent = await leila.context.request.post(`${server.url}/api/messages`, {
    data: { content: "سلام به همه" },
    headers: { origin: server.url },
  });
  assert.equal(sent.status(), 201);
  const arash = await enter(stage, server, "arash");
  const row = arash.row("سلام به همه");
  await row.getByText("leila").first().waitFor();
  await arash.page.evaluate("globalThis.stays = true");
  await arash.composer.fill("پیش‌نویس");

  const { page } = leila;
  await page.locator("#first_name").fill("لیلا");
  await page.locator("#last_name").fill("رستمی");
  await page.getByRole("figure").getByText("لیلا رستمی").waitFor();
  assert.equal(await row.getByText("لیلا رستمی").count(), 0, "not before it is saved");
  await page.getByRole("button", { name: t.live.save }).first().click();
  await page.getByText(t.live.saved, { exact: true }).waitFor();
  await row.getByText("لیلا رستمی").first().waitFor({ timeout: PATIENCE });

  await choosePicture(page, await png(300, 200));
  await page.getByRole("button", { name: t.profile.crop_use }).click();
  await row.locator("img").waitFor({ timeout: PATIENCE });
  // The rail of the page it was changed on shows it as well.
  await page.locator("nav img").first().waitFor();
  await page.getByRole("button", { name: t.profile.remove, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: t.profile.remove }).click();
  await row.locator("img").waitFor({ state: "detached", timeout: PATIENCE });
  assert.equal(await arash.page.evaluate("globalThis.stays"), true);
  assert.equal(await arash.composer.inputValue(), "پیش‌نویس");
});

browserTest(
  "the server says of a username whether it is to be had, and refuses it again when saved",
  async (stage) => {
    const { page } = await settings(stage, "nima", "/settings/profile");
    const field = page.locator("#username");
    await field.fill("نیما-۲");
    await page.getByText(t.profile.free).waitFor();
    await field.fill("a");
    await page.locator("#username-note.text-danger").waitFor();
    assert.equal(await field.getAttribute("aria-invalid"), "true");
    await field.fill("ARASH");
    await page.getByText("این نام کاربری").or(page.locator("#username-note.text-danger")).first().waitFor();
    await page.getByRole("button", { name: t.live.save }).first().click();
    await eventually(async () =>
      assert.equal(
        await page.evaluate("document.activeElement.id"),
        "username",
        "one goes on where it is wrong",
      )
    );
    assert.equal(await page.getByText(t.live.saved, { exact: true }).count(), 0);
    await field.fill("nima");
    await page.getByText(t.profile.usernameHint).waitFor();
  },
);

browserTest(
  "a form that is sent twice is sent once, and nothing is lost without a connection",
  async (stage) => {
    const { page, context } = await settings(stage, "omid", "/settings/profile");
    let patches = 0;
    let go = () => {};
    const held = new Promise<void>((done) => go = done);
    await page.route("**/api/auth/me", async (route) => {
      if (route.request().method() === "PATCH") {
        patches++;
        await held;
      }
      await route.continue();
    });
    await page.locator("#first_name").fill("امید");
    await page.locator("#first_name").press("Enter");
    await page.getByRole("button", { name: t.live.saving }).click({ force: true });
    await page.locator("#first_name").press("Enter");
    // Written while the first is on its way: it stays in the field.
    await page.locator("#last_name").fill("کاظمی");
    go();
    await page.getByText(t.live.saved, { exact: true }).waitFor();
    assert.equal(patches, 1);
    assert.equal(await page.locator("#last_name").inputValue(), "کاظمی");
    await page.getByText(t.live.unsaved).waitFor();

    await page.unrouteAll({ behavior: "wait" });
    await context.setOffline(true);
    await page.getByRole("button", { name: t.live.save }).first().click();
    await page.getByText(t.live.offline).waitFor();
    assert.equal(await page.locator("#last_name").inputValue(), "کاظمی");
    await context.setOffline(false);
    await page.getByRole("button", { name: t.live.save }).first().click();
    await page.getByText(t.live.saved, { exact: true }).waitFor();
    await page.reload();
    assert.equal(await page.locator("#last_name").inputValue(), "کاظمی");
  },
);

browserTest("of two tabs each saves what was changed in it, and no more", async (stage) => {
  const { page, context } = await settings(stage, "parisa", "/settings/profile");
  const other = await context.newPage();
  await openSettings(other, "/settings/profile");
  await page.locator("#first_name").fill("پریسا");
  await page.getByRole("button", { name: t.live.save }).first().click();
  await page.getByText(t.live.saved, { exact: true }).waitFor();
  await other.locator("#last_name").fill("مهرگان");
  await other.getByRole("button", { name: t.live.save }).first().click();
  await other.getByRole("figure").getByText("پریسا مهرگان").waitFor();
});

browserTest("games are added and removed by keyboard, and kept", async (stage) => {
  const { page } = await settings(stage, "reza", "/settings/profile");
  await page.getByRole("button", { name: t.profile.addGame }).press("Enter");
  await page.locator("#game_0:focus").waitFor();
  await page.keyboard.type("شطرنج");
  await page.keyboard.press("Tab");
  await page.keyboard.type("reza64");
  await page.keyboard.press("Enter");
  await page.getByText(t.live.saved, { exact: true }).waitFor();
  await page.getByRole("figure").getByText("reza64").waitFor();
  await page.reload();
  assert.equal(await page.locator("#id_0").inputValue(), "reza64");
  await openSettings(page, "/settings/profile");
  await page.getByRole("button", { name: t.profile.removeGame }).click();
  await page.getByText(t.live.unsaved).waitFor();
  await page.getByRole("button", { name: t.live.save }).last().click();
  await page.getByText(t.profile.gamesEmpty).waitFor();
  await page.getByRole("figure").getByText("reza64").waitFor({ state: "detached" });
});

browserTest("theme and language are in force at once, and keep what one was writing", async (stage) => {
  const room = await enter(stage, server, "zari", { locale: "fa", theme: "light" });
  const { page } = room;
  await room.composer.fill("این را بعداً می‌فرستم");
  await page.getByRole("button", { name: room.t.nav.account }).click();
  await page.getByRole("menuitem", { name: room.t.nav.settings }).click();
  await page.waitForURL("**/settings");
  await page.getByRole("link", { name: t.sections.appearance }).click();
  await page.waitForURL("**/settings/appearance");
  await takenOver(page);
  const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
  const light = await background();
  await page.evaluate("globalThis.stays = true");
  await page.getByRole("button", { name: t.appearance.themes.dark }).click();
  await page.locator("html[data-theme=dark]").waitFor();
  await eventually(async () => assert.notEqual(await background(), light));
  await page.getByRole("button", { name: t.appearance.calendars.gregory }).click();
  const year = new Intl.DateTimeFormat("fa-IR-u-ca-gregory", { year: "numeric", timeZone: "Asia/Tehran" });
  await page.getByText(new RegExp(`امروز: .* ${year.format()}`)).first().waitFor();
  assert.equal(await page.evaluate("globalThis.stays"), true, "neither needs a new page");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en][dir=ltr][data-theme=dark]").waitFor();
  await page.goto("/chat");
  await room.online();
  assert.equal(await room.composer.inputValue(), "این را بعداً می‌فرستم");
  const me = await page.context().request.get(`${server.url}/api/auth/me`);
  const { language, theme, calendar } = await me.json();
  assert.deepEqual([language, theme, calendar], ["en", "dark", "gregory"]);
});

browserTest(
  "a page that nobody looks at takes up what was set elsewhere; one that is written in does not",
  async (stage) => {
    const room = await enter(stage, server, "ziba", { theme: "light" });
    const { page } = room;
    const hide = () => Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    await page.evaluate(hide);
    const other = await page.context().newPage();
    await openSettings(other, "/settings/appearance");
    await other.getByRole("button", { name: t.appearance.themes.dark }).click();
    await page.locator("html[data-theme=dark]").waitFor({ timeout: PATIENCE });
    await room.online();
    await room.composer.fill("هنوز می‌نویسم");
    await page.evaluate(hide);
    await page.evaluate("globalThis.stays = true");
    await other.getByRole("button", { name: t.appearance.themes.light }).click();
    await other.locator("html[data-theme=light]").waitFor();
    // What is said after it has come: so has that.
    await other.request.post(`${server.url}/api/messages`, {
      data: { content: "بعد از آن" },
      headers: { origin: server.url },
    });
    await room.row("بعد از آن").waitFor();
    assert.equal(await page.evaluate("globalThis.stays"), true);
  },
);

browserTest("a session that is ended closes what is open there, and the others stay", async (stage) => {
  // What it asks while it is being closed is refused.
  const refused = /status of 401 .*\/api\/conversations/;
  const phone = await enter(stage, server, "tara", { viewport: "phone", allow: [refused] });
  const third = await settings(stage, "tara", "/settings/notifications");
  const { page } = await settings(stage, "tara", "/settings/sessions");
  const rows = page.getByRole("button", { name: t.sessions.revoke });
  await eventually(async () => assert.equal(await rows.count(), 2));
  const id = (await (await phone.page.context().request.get(`${server.url}/api/auth/sessions`)).json())
    .find((one: { is_current: boolean }) => one.is_current).id;
  await page.locator(`button[name=revoke][value="${id}"]`).click();
  await phone.page.waitForURL("**/login**", { timeout: PATIENCE });
  await eventually(async () => assert.equal(await rows.count(), 1));
  await page.getByRole("button", { name: t.sessions.others, exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: t.sessions.others }).click();
  await page.getByText(t.sessions.only).waitFor();
  // A page of settings that is open there leads to the door with the next thing one does.
  await third.page.getByRole("switch", { name: t.notifications.sound }).click();
  await third.page.waitForURL("**/login**", { timeout: PATIENCE });
  await page.reload();
  assert.match(page.url(), /\/settings\/sessions/, "this one goes on");
});

browserTest(
  "a password is changed once however often one presses, and one stays signed in",
  async (stage) => {
    const { page } = await settings(stage, "vida", "/settings/account");
    let posts = 0;
    page.on("request", (request) => posts += request.method() === "POST" ? 1 : 0);
    await page.locator("#current_password").fill("vida-password");
    await page.locator("#new_password").fill("kiln-cobalt-7");
    await page.getByRole("button", { name: t.account.submit }).dblclick();
    await page.getByText(t.done.password).waitFor();
    assert.equal(posts, 1);
    assert.equal(await page.getByText(t.account.wrong).count(), 0);
  },
);

browserTest(
  "switches: kept at once, put back where they could not be, and never asked of who said no",
  async (stage) => {
    const person = await settings(stage, "yalda", "/settings/notifications");
    const { page, context } = person;
    const sound = page.getByRole("switch", { name: t.notifications.sound });
    const desktop = page.getByRole("switch", { name: t.notifications.desktop });
    await sound.press("Space");
    await page.locator("[name=sound][aria-checked=false]").waitFor();
    await context.setOffline(true);
    await sound.click();
    await page.getByText(t.live.offline).waitFor();
    await eventually(async () => assert.equal(await sound.getAttribute("aria-checked"), "false"));
    await context.setOffline(false);
    await context.grantPermissions(["notifications"], { origin: server.url });
    await openSettings(page, "/settings/notifications");
    await page.getByText(t.notifications.states.granted).waitFor();
    await desktop.click();
    await eventually(async () => {
      const me = await (await context.request.get(`${server.url}/api/auth/me`)).json();
      assert.deepEqual(me.notifications, {
        sound: false,
        desktop: true,
        all_messages: false,
        enter_sends: true,
      });
    });
  },
  "whole",
);

browserTest("without scripts everything that is shown works", async (stage) => {
  const { page } = await settings(stage, "bita", "/settings", { viewport: "phone", javaScript: false });
  assert.equal(await page.locator("#section").isVisible(), false, "on a phone the list is a page of its own");
  await page.getByRole("link", { name: t.sections.notifications }).click();
  await page.getByRole("switch", { name: t.notifications.sound }).click();
  await page.waitForURL("**/settings/notifications?done=notifications");
  assert.equal(
    await page.getByRole("switch", { name: t.notifications.sound }).getAttribute("aria-checked"),
    "false",
  );
  await page.getByRole("link", { name: t.toSections }).click();
  await page.getByRole("link", { name: t.sections.appearance }).click();
  await page.getByRole("button", { name: t.appearance.themes.dark }).click();
  await page.locator("html[data-theme=dark]").waitFor();
  await page.goto("/settings/profile");
  await page.locator("#game_0").fill("شطرنج");
  await page.locator("#id_0").fill("bita");
  await page.locator("form", { has: page.locator("#game_0") }).getByRole("button", { name: t.live.save })
    .click();
  await page.getByText(t.done.games).waitFor();
  await page.getByRole("button", { name: t.profile.removeGame }).first().click();
  await eventually(async () => assert.equal(await page.locator("#game_0").inputValue(), ""));
  await page.waitForLoadState();
  for (const button of await page.locator("main button:visible").all()) {
    const box = (await button.boundingBox())!;
    assert.ok(box.height >= 44, `${await button.innerText()} is ${box.height} px high`);
  }
});

browserTest("nothing is cut off at 320 px, nor on a desktop at 200 %", async (stage) => {
  const account = { first_name: "نامی‌که‌هیچ‌جا‌جا‌نمی‌شود".repeat(3), last_name: "W".repeat(80) };
  for (const locale of ["fa", "en"] as const) {
    for (const viewport of [{ width: 320, height: 640 }, { width: 640, height: 400 }]) {
      const person = await stage.newPerson({ locale, viewport, baseURL: server.url });
      await register(person, server.url, "huge", account);
      await person.context.request.patch(`${server.url}/api/auth/me`, {
        data: { in_game_ids: [{ game: "ش".repeat(40), id: "W".repeat(80) }] },
        headers: { origin: server.url },
      });
      for (const section of ["", ...SECTIONS.map((one) => `/${one}`)]) {
        await openSettings(person.page, `/settings${section}`);
        const wide = await beyondScreen(person.page, ".clip, .avatar, .skip");
        assert.deepEqual(wide, [], `${section} in ${locale} at ${viewport.width}`);
      }
    }
  }
});

browserTest("the scripts of each section stay within 36 KB", async (stage) => {
  const { page } = await settings(stage, "mina", "/settings");
  for (const section of SECTIONS) {
    const fetched = new Map<string, number>();
    const seen: Promise<void>[] = [];
    const listen = (response: Awaited<ReturnType<typeof page.waitForResponse>>) => {
      if (!response.url().endsWith(".js")) return;
      seen.push(response.body().then((body) => void fetched.set(response.url(), gzipSync(body).length)));
    };
    page.on("response", listen);
    const session = await page.context().newCDPSession(page);
    await session.send("Network.clearBrowserCache");
    await openSettings(page, `/settings/${section}`);
    await page.waitForLoadState("networkidle");
    await Promise.all(seen);
    page.off("response", listen);
    const bytes = [...fetched.values()].reduce((sum, one) => sum + one, 0);
    assert.ok(fetched.size > 1 && bytes <= 36_000, `${section}: ${bytes} bytes in ${fetched.size} scripts`);
  }
});
