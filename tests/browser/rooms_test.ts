/** Many conversations in one page: the list, moving between rooms, what is written in each. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, PATIENCE, roomOf } from "./room.ts";
import type { Room } from "./room.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });

/** The row of a conversation in the list. */
const row = ({ page, t }: Room, name: string) =>
  page.getByRole("navigation", { name: t.list.label }).getByRole("link").filter({ hasText: name });

const heading = ({ page }: Room, name: string) =>
  page.getByRole("main").getByRole("heading", { level: 1, name }).waitFor({ timeout: PATIENCE });

/** Somebody writes to the one at the browser; gives the conversation between them. */
async function writeTo(from: Client, room: Room, content: string): Promise<number> {
  const { page } = room;
  const me = await (await page.context().request.get("/api/auth/me")).json();
  const { body } = await from.post("/api/messages", { content, recipient_id: me.id });
  return body.conversation;
}

async function makeGroup(by: Client, name: string, room: Room): Promise<number> {
  const me = await (await room.page.context().request.get("/api/auth/me")).json();
  const { body } = await by.post("/api/rooms", { name, members: [me.id] });
  return body.id;
}

browserTest(
  "a conversation that begins while one looks on comes into the list, and lives both ways",
  async (stage) => {
    const leila = await enter(stage, server, "leila", { account: { first_name: "لیلا" } });
    const kaveh = await enter(stage, server, "kaveh", { locale: "en", account: { first_name: "Kaveh" } });
    const me = await (await kaveh.page.context().request.get("/api/auth/me")).json();
    const origin = server.url;
    const made = await leila.page.context().request.post(`${origin}/api/messages`, {
      data: { content: "سلام کاوه", recipient_id: me.id },
      headers: { origin },
    });
    const { conversation } = await made.json();
    await row(kaveh, "لیلا").getByText("سلام کاوه").waitFor({ timeout: PATIENCE });
    await row(kaveh, "لیلا").getByText("1", { exact: true }).waitFor({ timeout: PATIENCE });
    await eventually(async () => assert.match(await kaveh.page.title(), /^\(@1\)/));

    await row(kaveh, "لیلا").click();
    await heading(kaveh, "لیلا");
    await kaveh.shows(["سلام کاوه"]);
    assert.equal(new URL(kaveh.page.url()).pathname, `/chat/c/${conversation}`);
    await row(leila, "Kaveh").click();
    await heading(leila, "Kaveh");
    await kaveh.write("salaam!");
    await leila.shows(["سلام کاوه", "salaam!"]);
    await leila.write("خوبی؟");
    await kaveh.shows(["سلام کاوه", "salaam!", "خوبی؟"]);
    // What one has read counts no more, here and in the title.
    await eventually(async () => {
      assert.doesNotMatch(await kaveh.page.title(), /\d/);
      assert.equal(await row(kaveh, "لیلا").getByText("1", { exact: true }).count(), 0);
    });
  },
);

browserTest("back and forward lead through the rooms, each with its own draft and place", async (stage) => {
  const room = await enter(stage, server, "mina");
  const { page, t, composer } = room;
  const holds = (text: string) => eventually(async () => assert.equal(await composer.inputValue(), text));
  const direct = await writeTo(arash, room, "پیام خصوصی");
  const group = await makeGroup(arash, "کارگاه لعاب", room);
  await composer.fill("برای همه");
  await row(room, "آرش مرادی").click();
  await heading(room, "آرش مرادی");
  // The page is the same one: nothing was loaded anew.
  await page.evaluate(() => Object.assign(globalThis, { stays: true }));
  await holds("");
  await composer.fill("فقط برای آرش");
  await row(room, "کارگاه لعاب").click();
  await heading(room, "کارگاه لعاب");
  await holds("");
  await row(room, "آرش مرادی").getByText(t.list.draft).waitFor({ timeout: PATIENCE });

  await page.goBack();
  await heading(room, "آرش مرادی");
  await holds("فقط برای آرش");
  assert.equal(new URL(page.url()).pathname, `/chat/c/${direct}`);
  await page.goBack();
  await heading(room, t.room.globalName);
  await holds("برای همه");
  await page.goForward();
  await page.goForward();
  await heading(room, "کارگاه لعاب");
  assert.equal(new URL(page.url()).pathname, `/chat/c/${group}`);
  assert.equal(await page.evaluate(() => "stays" in globalThis), true);
  // Loaded as a page of its own it is the same room.
  await page.reload();
  await heading(room, "کارگاه لعاب");
  // Alt and the arrows go along the list.
  await room.online();
  // What takes the keys comes a moment after the page.
  await eventually(async () => {
    await page.keyboard.press("Alt+ArrowUp");
    assert.notEqual(new URL(page.url()).pathname, `/chat/c/${group}`);
  });
});

browserTest("what is read in one tab is read in the other", async (stage) => {
  const room = await enter(stage, server, "sara");
  const id = await writeTo(arash, room, "یک");
  await writeTo(arash, room, "دو");
  const page = await room.page.context().newPage();
  await page.goto("/chat");
  const other = roomOf(room.person, "fa", page);
  await row(other, "آرش مرادی").getByText("۲", { exact: true }).waitFor({ timeout: PATIENCE });
  await room.page.bringToFront();
  await row(room, "آرش مرادی").click();
  await room.shows(["یک", "دو"]);
  await eventually(async () =>
    assert.equal(await row(other, "آرش مرادی").getByText("۲", { exact: true }).count(), 0)
  );
  const { body } = await arash.get(`/api/conversations/${id}`);
  assert.equal(body.last_message.content, "دو");
});

browserTest("on a phone the list is a screen, and back leads to it", async (stage) => {
  const room = await enter(stage, server, "nima", {
    path: "/chat/list",
    viewport: "phone",
  });
  const { page, t } = room;
  await writeTo(arash, room, "سلام نیما");
  await row(room, "آرش مرادی").getByText("۱", { exact: true }).waitFor({ timeout: PATIENCE });
  // What lies behind the list is not read by being there.
  await row(room, "آرش مرادی").click();
  await room.shows(["سلام نیما"]);
  await page.getByRole("link", { name: t.nav.back }).click();
  await page.waitForURL("**/chat/list");
  await row(room, t.room.globalName).click();
  await heading(room, t.room.globalName);
  await page.goBack();
  await row(room, t.room.globalName).waitFor();
});

browserTest("who is taken out of a group while looking at it is told, and its row goes", async (stage) => {
  // What the page asked about the group at that very moment is answered as to a stranger.
  const room = await enter(stage, server, "omid", {
    locale: "en",
    allow: [/status of 404 .*\/api\/(rooms|conversations)\//],
  });
  const { page, t } = room;
  const id = await makeGroup(arash, "Glaze lab", room);
  await row(room, "Glaze lab").click();
  await heading(room, "Glaze lab");
  const me = await (await page.context().request.get("/api/auth/me")).json();
  await arash.delete(`/api/rooms/${id}/members/${me.id}`);
  await page.getByText(t.list.removed).waitFor({ timeout: PATIENCE });
  await heading(room, t.room.globalName);
  await row(room, "Glaze lab").waitFor({ state: "detached" });
  // And the address leads nowhere any more, as for any stranger.
  assert.equal((await page.context().request.get(`/chat/c/${id}`)).status(), 404);
  assert.equal((await page.context().request.get(`/chat/c/${id}/opening`)).status(), 404);
});

browserTest(
  "without a connection one moves among the rooms one has open, and what is written goes later",
  async (stage) => {
    const room = await enter(stage, server, "yalda", { allow: [/ERR_INTERNET_DISCONNECTED/] });
    const { page, t } = room;
    const id = await writeTo(arash, room, "هستی؟");
    await row(room, "آرش مرادی").click();
    await room.shows(["هستی؟"]);
    await row(room, t.room.globalName).click();
    await heading(room, t.room.globalName);
    await page.context().setOffline(true);
    await room.offline();
    await row(room, "آرش مرادی").click();
    await heading(room, "آرش مرادی");
    await room.write("هستم");
    await row(room, t.room.globalName).click();
    await heading(room, t.room.globalName);
    await page.context().setOffline(false);
    await room.online();
    await eventually(async () => {
      const { body } = await arash.get(`/api/conversations/${id}/messages`);
      assert.deepEqual(body.results.map(({ content }: { content: string }) => content), ["هستم", "هستی؟"]);
    });
  },
);

browserTest("from the list one mutes, puts on top, reads and leaves", async (stage) => {
  const room = await enter(stage, server, "ziba", { locale: "en" });
  const { page, t } = room;
  const id = await makeGroup(arash, "Kiln", room);
  await writeTo(arash, room, "a word");
  await arash.post("/api/messages", { content: "and another", conversation_id: id });
  await row(room, "Kiln").getByText("1", { exact: true }).waitFor({ timeout: PATIENCE });
  const choose = async (label: string) => {
    await row(room, "Kiln").click({ button: "right" });
    await page.getByRole("menuitem", { name: label, exact: true }).click();
  };
  await choose(membersText(t.locale).list.markRead);
  await eventually(async () =>
    assert.equal(await row(room, "Kiln").getByText("1", { exact: true }).count(), 0)
  );
  await choose(membersText(t.locale).attention.silence.on);
  await row(room, "Kiln").getByText(t.list.muted).waitFor({ state: "attached" });
  await choose(membersText(t.locale).list.pin);
  await row(room, "Kiln").getByText(t.list.pinned).waitFor({ state: "attached" });
  await choose(membersText(t.locale).list.leave);
  await page.getByRole("dialog").getByRole("button", { name: membersText(t.locale).list.leave })
    .click();
  await eventually(async () => assert.equal(await row(room, "Kiln").count(), 0));
});
