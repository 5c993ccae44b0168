/** Pins, reports and earlier versions, and who is offered which of them. */
import assert from "node:assert/strict";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { browserTest } from "../support/browser.ts";
import type { Stage } from "../support/browser.ts";
import { OWNER, startServer } from "../support/server.ts";
import { counts, enter, eventually, roomOf } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const t = membersText("en");

async function enterAsOwner(stage: Stage): Promise<Room> {
  const person = await stage.newPerson({ name: "owner", baseURL: server.url, locale: "en" });
  const headers = { origin: server.url };
  await person.context.request.post(`${server.url}/api/auth/login`, { data: OWNER, headers });
  await person.page.goto("/chat");
  const room = roomOf(person, "en");
  await room.online();
  return room;
}

/** What the menu of a message offers. */
async function openMenu(room: Room, text: string): Promise<string[]> {
  await room.row(text).hover();
  await room.row(text).getByRole("toolbar").getByRole("button", { name: room.t.message.more }).click();
  const items = room.page.getByRole("menuitem");
  await items.first().waitFor();
  return await items.allTextContents();
}

async function choose(room: Room, text: string, label: string): Promise<void> {
  await openMenu(room, text);
  await room.page.getByRole("menuitem", { name: label, exact: true }).click();
}

browserTest("a pin of an admin is seen by members at once, who cannot pin themselves", async (stage) => {
  const leila = await enter(stage, server, "leila", { locale: "en" });
  const owner = await enterAsOwner(stage);
  await leila.write("the first thing to know");
  await owner.row("the first thing to know").waitFor();
  await leila.write("the second");
  await owner.row("the second").waitFor();
  const bar = (room: Room) => room.page.getByRole("group", { name: room.t.pins.label });

  assert.deepEqual(
    (await openMenu(leila, "the second")).filter((item) => /pin|report|version/i.test(item)),
    [],
  );
  await leila.page.keyboard.press("Escape");
  await choose(owner, "the first thing to know", owner.t.message.pin);
  await bar(leila).getByText("the first thing to know").waitFor();
  await choose(owner, "the second", owner.t.message.pin);
  // The newest is shown first; pressed, it leads there and makes room for the one before it.
  await bar(leila).getByText("the second").waitFor();
  await bar(leila).getByText(leila.t.pins.count(2)).waitFor();
  await bar(leila).getByRole("link").click();
  await leila.page.locator("article.lit").filter({ hasText: "the second" }).waitFor();
  await bar(leila).getByText("the first thing to know").waitFor();

  // It comes with the page as well, and changes with its message.
  await leila.page.reload();
  await bar(leila).getByText("the second").waitFor();
  await leila.online();
  await bar(leila).getByRole("button", { name: leila.t.pins.count(2) }).click();
  const list = leila.page.getByRole("dialog", { name: t.pins.title });
  await list.getByText("the first thing to know").waitFor();
  assert.equal(await list.getByRole("button", { name: leila.t.message.unpin }).count(), 0);
  await leila.page.keyboard.press("Escape");
  await bar(owner).getByRole("button", { name: owner.t.pins.count(2) }).click();
  await owner.page.getByRole("button", { name: owner.t.message.unpin }).first().click();
  await bar(leila).getByText(leila.t.pins.count(1)).waitFor();
  const pinned = owner.page.getByRole("dialog").getByRole("listitem");
  await counts(pinned, 1);
  await pinned.getByRole("button", { name: owner.t.message.unpin }).click();
  await counts(bar(leila), 0);
});

browserTest("a message is reported with a reason and words, once, and never by its author", async (stage) => {
  const arash = await server.person("arash");
  await arash.post("/api/messages", { content: "buy my pots" });
  const room = await enter(stage, server, "reporter", { locale: "en" });
  await choose(room, "buy my pots", room.t.message.report);
  const dialog = room.page.getByRole("dialog", { name: t.report.title });
  await dialog.waitFor();
  // Without a reason nothing goes.
  await dialog.getByRole("button", { name: t.report.send }).click();
  assert(await dialog.isVisible());
  await dialog.getByLabel(t.report.reasons.spam).check();
  await dialog.getByLabel(t.report.words).fill("every day the same");
  await dialog.getByRole("button", { name: t.report.send }).click();
  await room.page.getByText(t.report.thanks).waitFor();
  await dialog.waitFor({ state: "detached" });
  const owner = await server.owner();
  const { body } = await owner.get("/api/admin/reports?status=open");
  assert.deepEqual(
    body.results.map((report: Record<string, unknown>) => [report.reason, report.text]),
    [["spam", "every day the same"]],
  );
});

browserTest("an admin reads what a message said before; others are not offered it", async (stage) => {
  const author = await server.person("author");
  const { body } = await author.post("/api/messages", { content: "we meet at ten on Monday" });
  await author.patch(`/api/messages/${body.id}/`, { content: "we meet at eleven on Monday" });
  await author.patch(`/api/messages/${body.id}/`, { content: "we meet at eleven on Tuesday" });
  const owner = await enterAsOwner(stage);
  await choose(owner, "we meet at eleven on Tuesday", owner.t.message.history);
  const dialog = owner.page.getByRole("dialog", { name: t.history.title });
  await counts(dialog.locator("li"), 3);
  await eventually(async () => {
    const marks = await dialog.locator("li").first().locator("ins, del").allTextContents();
    assert.deepEqual(marks.map((mark) => mark.replace(/^\w+:|\u200c/g, "")), ["Monday", "Tuesday"]);
  });
  await dialog.getByText("we meet at ten on Monday", { exact: true }).waitFor();
  assert.deepEqual(await owner.person.axe(), []);
  await owner.page.keyboard.press("Escape");

  // Deleted, it is still read by those who may.
  await author.delete(`/api/messages/${body.id}/`);
  const gone = owner.log.locator("article").filter({ hasText: owner.t.message.deleted }).last();
  await gone.hover();
  await gone.getByRole("toolbar").getByRole("button", { name: owner.t.message.history }).click();
  await dialog.locator("li").nth(1).locator("ins").getByText("Tuesday").waitFor();
  await counts(dialog.locator("li"), 4);

  const member = await enter(stage, server, "member", { locale: "en" });
  const row = member.log.locator("article").filter({ hasText: member.t.message.deleted }).last();
  await row.hover();
  assert.equal(await row.getByRole("toolbar").count(), 0);
});

browserTest("the sheet of a phone: react, vote, and what is offered there", async (stage) => {
  const author = await server.person("speaker");
  await author.post("/api/messages", { content: "ببینید چه شد" });
  const room = await enter(stage, server, "thumb", { viewport: "phone" });
  const { page } = room;
  const words = room.t.message;
  const sheet = page.locator("dialog.sheet[open]");
  const tap = () => room.row("ببینید چه شد").locator(".prose").tap();
  await tap();
  await sheet.waitFor();
  assert.deepEqual(await room.person.axe(), []);
  for (const label of [words.reply, words.copy, words.link, words.report]) {
    await sheet.getByRole("button", { name: label, exact: true }).waitFor();
  }
  for (const label of [words.pin, words.edit, words.delete, words.history]) {
    assert.equal(await sheet.getByRole("button", { name: label, exact: true }).count(), 0, label);
  }
  await sheet.getByRole("button", { name: "🔥" }).tap();
  await sheet.waitFor({ state: "detached" });
  const pill = (sign: string) => room.row("ببینید چه شد").locator(`button[value="${sign}"]`);
  await pill("🔥").and(page.locator("[aria-pressed=true]")).waitFor();
  await tap();
  await sheet.getByRole("button", { name: words.like, exact: true }).tap();
  await pill("like").and(page.locator("[aria-pressed=true]")).waitFor();
  // All emoji come up as a sheet of their own.
  await tap();
  await sheet.getByRole("button", { name: words.react }).tap();
  await page.locator(".emoji-picker").getByRole("searchbox").waitFor();
  await page.locator("[data-emoji='😇']").tap();
  await pill("😇").waitFor();
  await counts(page.locator("dialog[open]"), 0);
});
