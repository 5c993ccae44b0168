/** Addresses of messages: with scripts and without, of what is near, far and gone. */
import { actsText } from "@/lib/i18n/acts/mod.ts";
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, register, roomOf } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash");
const ids: number[] = [];
for (let n = 1; n <= 260; n++) {
  ids.push((await arash.post("/api/messages", { content: `line ${n}` })).body.id);
}
const far = { id: ids[20]!, text: "line 21" };
const near = { id: ids[255]!, text: "line 256" };

async function isInView(room: Room, text: string): Promise<void> {
  await eventually(async () => {
    const row = (await room.row(text).boundingBox())!;
    const log = (await room.log.boundingBox())!;
    assert(row.y >= log.y && row.y + row.height <= log.y + log.height, "it is not in view");
  });
}

for (const { id, text } of [far, near]) {
  browserTest(`the address of ${text} leads there, and it is lit for a moment`, async (stage) => {
    const room = await enter(stage, server, `reader-${id}`, { locale: "en" });
    // Looked for before the page comes: the moment may be over before the line stands.
    const lit = room.row(text).and(room.page.locator(".lit")).waitFor();
    await room.page.goto(`/chat?m=${id}`);
    await lit;
    await room.online();
    await isInView(room, text);
    // One is in the room as always: it can be read on in both directions, and written.
    await eventually(() => assert.equal(new URL(room.page.url()).search, ""));
    await room.write(`I was at ${text}`);
    await room.settled(`I was at ${text}`);
    await isInView(room, `I was at ${text}`);
  });
}

browserTest("without scripts the page around it comes lit and in view", async ({ newPerson }) => {
  const person = await newPerson({ baseURL: server.url, javaScript: false, locale: "en" });
  await register(person, server.url, "plain");
  const room = roomOf(person, "en");
  await person.page.goto(`/chat?m=${far.id}`);
  await isInView(room, far.text);
  const colour = (text: string) => room.row(text).evaluate((row) => getComputedStyle(row).backgroundColor);
  assert.notEqual(await colour(far.text), await colour("line 22"));
  await person.page.getByRole("link", { name: room.t.room.toNewest }).click();
  await person.page.waitForURL((url) => url.search === "");

  await person.page.goto("/chat?m=1");
  await person.page.getByText(room.t.notice.messageGone).waitFor();
  assert(await room.rows.count() > 0, "the room is there all the same");
});

browserTest("an address of nothing, of another's, or mistyped says so", async (stage) => {
  const other = await server.person("private");
  const { body } = await other.post("/api/messages/", { content: "secret", recipient_id: arash.me.id });
  const room = await enter(stage, server, "curious", { locale: "en" });
  for (const m of ["1", `${body.id}`, "abc", "99999999999999999999"]) {
    await room.page.goto(`/chat?m=${m}`);
    await room.page.getByRole("status").getByText(room.t.notice.messageGone).waitFor();
    assert.equal(await room.page.getByText("secret").count(), 0);
    await room.online();
  }
});

browserTest("whoever is not signed in is led to the message after the door", async ({ newPerson }) => {
  await server.person("late");
  const person = await newPerson({ baseURL: server.url, locale: "en" });
  const { page } = person;
  await page.goto(`/chat?m=${far.id}`);
  await page.waitForURL(/\/login/);
  await page.locator("[name=email]").fill("late@peyk.test");
  await page.locator("[name=password]").fill("late-password");
  const lit = roomOf(person, "en").row(far.text).and(page.locator(".lit")).waitFor();
  await page.keyboard.press("Enter");
  await lit;
});

browserTest("a copied link, written in a message, leads there without leaving the page", async (stage) => {
  const room = await enter(stage, server, "copier", { path: `/chat?m=${far.id}`, locale: "en" });
  const { page, t } = room;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await room.row(far.text).waitFor();
  await room.row(far.text).locator(".prose").click({ button: "right" });
  await page.getByRole("menuitem", { name: t.message.link }).click();
  await page.getByText(actsText(t.locale).done.linkCopied).waitFor();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(address, `${server.url}/chat?m=${far.id}`);

  await room.write(`see ${address}`);
  await room.settled(`see ${address}`);
  let documents = 0;
  page.on("framenavigated", () => documents++);
  const lit = room.row(far.text).and(page.locator(".lit")).waitFor();
  await page.getByRole("link", { name: address }).last().click();
  await lit;
  await isInView(room, far.text);
  assert.equal(documents, 0);
  assert.equal(page.context().pages().length, 1);
});

browserTest("without scripts a pill sets one's reaction, and takes it back", async ({ newPerson }) => {
  const { body } = await arash.post("/api/messages", { content: "a good day" });
  await arash.put(`/api/messages/${body.id}/reactions/like`, {});
  const person = await newPerson({ baseURL: server.url, javaScript: false, locale: "en" });
  await register(person, server.url, "voter");
  const room = roomOf(person, "en");
  await person.page.goto("/chat");
  const like = room.row("a good day").locator("button[value=like]");
  assert.equal(await like.textContent(), "1");
  await like.click();
  await person.page.waitForURL(/\/chat\?m=/);
  await like.and(person.page.locator("[aria-pressed=true]")).waitFor();
  assert.equal(await like.textContent(), "2");
  await like.click();
  await like.and(person.page.locator("[aria-pressed=false]")).waitFor();
  assert.equal(await like.textContent(), "1");
  // Adding another one needs scripts, and is not shown without them.
  assert.equal(await room.row("a good day").locator(".reaction-add").isVisible(), false);
});
