/** Mentions: offered while one writes, lit where they are read, and the card of whoever is meant. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { startServer } from "../support/server.ts";
import { counts, enter, eventually, focused, holds, PATIENCE } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const sara = await server.person("sara", { first_name: "سارا", last_name: "احمدی" });
await server.person("emily", { first_name: "Emily", last_name: "Hartmann" });
await server.person("keyvan", { first_name: "كيوان", last_name: "یزدی" });
// Nobody on the page knows of them: neither first by name nor a writer.
for (let n = 0; n < 60; n++) await server.person(`crowd${n}`, { first_name: "بهار", last_name: `${n}` });
await server.person("yasaman", { first_name: "یاسمن", last_name: "دورافتاده" });
await sara.post("/api/messages", { content: "سلام به همه" });
await sara.patch("/api/auth/me", { in_game_ids: [{ game: "Dota 2", id: "sara#2201" }] });

const offered = ({ page }: Room) =>
  page.getByRole("option").evaluateAll((all) => all.map((one) => /@(\S+)/.exec(one.textContent!)![1]));
/** Who would be taken: told to the field, as screen readers hear it. */
const chosen = ({ page }: Room) =>
  page.evaluate(() => {
    const id = document.querySelector("#composer")!.getAttribute("aria-activedescendant");
    return id && /@(\S+)/.exec(document.getElementById(id)!.textContent!)![1];
  });
const offers = async (room: Room, wanted: (names: (string | undefined)[]) => boolean) =>
  await eventually(async () => {
    const names = await offered(room);
    assert(wanted(names), names.join());
  });

for (const locale of ["fa", "en"] as const) {
  browserTest(`a mention is completed by keyboard: ${locale}`, async (stage) => {
    const room = await enter(stage, server, "leila", { locale });
    const { page, composer } = room;
    const hello = locale === "fa" ? "سلام " : "Hello ";
    await composer.focus();
    await page.keyboard.type(`${hello}@`);
    // Who wrote lately comes first, oneself never.
    await offers(room, (names) => names[0] === "sara" && !names.includes("leila"));
    await eventually(async () => assert.equal(await chosen(room), "sara"));
    const list = page.getByRole("listbox", { name: peopleText(locale).mention.label });
    assert.equal(await composer.getAttribute("aria-controls"), await list.getAttribute("id"));
    await page.keyboard.press("ArrowDown");
    await eventually(async () => assert.notEqual(await chosen(room), "sara"));
    await page.keyboard.press("ArrowUp");
    await eventually(async () => assert.equal(await chosen(room), "sara"));

    // By a name in the other script's spelling, however it is written.
    await page.keyboard.type(locale === "fa" ? "کیو" : "KEY");
    await offers(room, (names) => names.length === 1 && names[0] === "keyvan");
    await page.keyboard.press("Enter");
    await holds(composer, `${hello}@keyvan `);
    await counts(list, 0);
    await page.locator("#composer:not([aria-activedescendant])").waitFor();
    assert.equal(await room.rows.filter({ hasText: "@keyvan" }).count(), 0, "Enter sent nothing");

    // Somebody whom only the server knows, taken with Tab, which stays in the field.
    await page.keyboard.type(locale === "fa" ? "و @یاسم" : "and @yasa");
    await offers(room, (names) => names[0] === "yasaman");
    await page.keyboard.press("Tab");
    await eventually(async () => assert.match(await composer.inputValue(), /@yasaman $/));
    await focused(composer);
    // As if typed: it can be undone.
    await page.keyboard.press("ControlOrMeta+z");
    await eventually(async () => assert.doesNotMatch(await composer.inputValue(), /@yasaman/));

    // Escape declines, and only that; further letters do not ask again, another @ does.
    await composer.fill("");
    await page.keyboard.type("@em");
    await offers(room, (names) => names[0] === "emily");
    await page.keyboard.press("Escape");
    await counts(list, 0);
    await page.keyboard.type("i");
    await holds(composer, "@emi");
    assert.equal(await list.count(), 0);
    await page.keyboard.type(" leila@sara");
    assert.equal(await list.count(), 0, "an address is no mention");
    await page.keyboard.type(" @sa");
    await offers(room, (names) => names[0] === "sara");
    await page.keyboard.type("xyzw");
    await counts(list, 0);
    assert.deepEqual(await room.person.axe(), []);
  });
}

browserTest("a mention is chosen by finger, and reaches whoever is meant", async (stage) => {
  const room = await enter(stage, server, "leila", { viewport: "phone" });
  const reader = await enter(stage, server, "emily", { locale: "en" });
  await room.composer.tap();
  await room.page.keyboard.type("@emi");
  await room.page.getByRole("option", { name: /Emily/ }).tap();
  await holds(room.composer, "@emily ");
  await focused(room.composer);
  await room.page.keyboard.type("می‌آیی؟");
  await room.page.getByRole("button", { name: room.t.composer.send }).tap();
  const row = reader.rows.filter({ hasText: "می‌آیی؟" });
  await row.getByText(reader.t.message.mentionsYou).waitFor({ state: "attached" });
  assert.equal(await row.locator(".mention-me").textContent(), "@emily");
  const own = room.rows.filter({ hasText: "می‌آیی؟" });
  await own.locator("[data-mention]").waitFor();
  assert.equal(await own.locator(".mention-me").count(), 0);
  assert.equal(await own.getByText(room.t.message.mentionsYou).count(), 0);
});

browserTest("a card opens from a name, a picture and a mention, and gives the focus back", async (stage) => {
  const room = await enter(stage, server, "leila", { locale: "en", viewport: { width: 1440, height: 900 } });
  const { page } = room;
  const words = peopleText("en").person;
  const card = page.getByRole("dialog");
  await room.composer.fill("half a sentence");
  const said = room.rows.filter({ hasText: "سلام به همه" });
  await said.getByRole("button", { name: "سارا احمدی" }).click();
  await card.getByRole("heading", { name: "سارا احمدی" }).waitFor();
  await card.getByText("Dota 2").waitFor();
  await card.getByText("sara#2201").waitFor();
  await card.getByText(words.score).waitFor();
  assert.equal(await card.getByText("@peyk.test").count(), 0, "no address");
  assert.deepEqual(await room.person.axe(), []);
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await focused(said.getByRole("button", { name: "سارا احمدی" }));

  // From one card straight to another.
  await said.locator("button.rounded-full").click();
  await card.getByRole("heading", { name: "سارا احمدی" }).waitFor();
  await page.locator("#members li").filter({ hasText: "Emily" }).getByRole("button").click();
  await card.getByRole("heading", { name: "Emily Hartmann" }).waitFor();
  await counts(card, 1);
  await card.getByRole("button", { name: words.mention }).click();
  await holds(room.composer, "half a sentence @emily ");
  await focused(room.composer);
  await counts(card, 0);

  // By keyboard alone: to the message, to the people in it, to the card and back.
  await room.write("to @yasaman and @nobody-at-all");
  const written = room.rows.filter({ hasText: "@nobody-at-all" });
  await written.and(page.locator(":not([aria-busy])")).waitFor();
  const mention = written.locator("[data-mention]", { hasText: "@yasaman" });
  await mention.waitFor();
  await room.log.focus();
  await page.keyboard.press("ArrowUp");
  await page.locator("article:focus", { hasText: "@yasaman" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await focused(mention);
  await page.keyboard.press("Enter");
  await card.getByRole("heading", { name: "یاسمن دورافتاده" }).waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
  await focused(mention);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await card.getByText(words.missing).waitFor();
  assert.equal(await card.getByRole("button", { name: words.mention }).count(), 0);
});

browserTest(
  "a card that cannot be had says so and tries again; one's own offers no mention",
  async (stage) => {
    const room = await enter(stage, server, "hermit", { viewport: "phone", allow: [/ERR_FAILED/] });
    const { page, t } = room;
    const words = peopleText("fa").person;
    const card = page.locator("dialog.person");
    await page.route(`**/api/users/${sara.me.id}`, (route) => route.abort());
    await room.rows.filter({ hasText: "سلام به همه" }).getByRole("button", { name: "سارا احمدی" }).tap();
    await card.getByText(words.failed).waitFor();
    // What the message told of them is there.
    await card.getByText("@sara").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await card.getByRole("button", { name: t.room.tryAgain }).tap();
    await card.getByText("Dota 2").waitFor();
    await counts(card.getByText(words.failed), 0);
    assert.deepEqual(await room.person.axe(), []);
    await card.getByRole("button", { name: t.nav.close }).tap();
    await card.waitFor({ state: "detached" });
    // No sheet of the message beside it.
    await counts(page.locator("dialog[open]"), 0);

    await room.write("از خودم");
    await room.settled("از خودم");
    await room.rows.last().getByRole("button", { name: "hermit" }).tap();
    await card.getByText(words.you).waitFor({ timeout: PATIENCE });
    assert.equal(await card.getByRole("button", { name: words.mention }).count(), 0);
  },
);

browserTest("Enter does what one chose; nothing written is lost by a change of language", async (stage) => {
  const room = await enter(stage, server, "writer", { locale: "en" });
  const { page, composer, t } = room;
  await composer.fill("one");
  await composer.press("Enter");
  await room.settled("one");

  const changed = await room.person.context.request.patch(`${server.url}/api/auth/me`, {
    data: { notifications: { enter_sends: false } },
    headers: { origin: server.url },
  });
  assert.equal(changed.status(), 200);
  await page.reload();
  await room.online();
  await page.getByText(t.composer.hintKeys).waitFor();
  await composer.pressSequentially("two");
  await composer.press("Enter");
  await composer.pressSequentially("lines");
  await composer.press("Shift+Enter");
  await holds(composer, "two\nlines\n");
  assert.equal(await room.rows.filter({ hasText: "two" }).count(), 0);
  await composer.press("ControlOrMeta+Enter");
  await eventually(async () => assert.equal((await room.texts()).at(-1), "two\nlines"));
  await holds(composer, "");

  // An edit in the midst of which the language is changed goes on in the other.
  await composer.press("ArrowUp");
  await page.getByText(t.composer.editing).waitFor();
  await holds(composer, "two\nlines");
  await composer.fill("three lines");
  await page.getByRole("button", { name: t.nav.account }).click();
  await page.getByRole("menuitemradio", { name: "فارسی" }).click();
  await page.locator("html[lang=fa]").waitFor();
  await page.getByText("ویرایش پیام").waitFor();
  await holds(composer, "three lines");
  await composer.press("ControlOrMeta+Enter");
  await eventually(async () => assert.equal((await room.texts()).at(-1), "three lines"));
  await holds(composer, "");
});
