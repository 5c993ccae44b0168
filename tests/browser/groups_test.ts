/** Conversations begun and groups kept, by several people in browsers of their own. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { browserTest } from "../support/browser.ts";
import type { Stage } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { openStart, wordsIn } from "./group_states.ts";
import { counts, enter, eventually, focused, PATIENCE } from "./room.ts";
import type { Room } from "./room.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

/** The row of a conversation in somebody's list. */
const listed = ({ page }: Room, name: string): Locator =>
  page.locator("#conversations a").filter({ has: page.getByText(name, { exact: true }) });

const people = ({ page }: Room): Locator => page.locator("#group-people li");
const person = (room: Room, name: string): Locator =>
  people(room).filter({ has: room.page.getByText(name, { exact: true }) });

/** Opens the panel that tells of the group, where it is not open already. */
async function openPanel(room: Room): Promise<void> {
  const { page, t } = room;
  const show = page.getByRole("button", { name: t.members.show });
  if (await show.isVisible()) await show.click();
  await people(room).first().waitFor({ timeout: PATIENCE });
}

async function chooseAct(room: Room, name: string, act: string): Promise<void> {
  const words = await wordsIn(room);
  await room.page.getByRole("button", { name: words.about.actsOn(name) }).click();
  await room.page.getByRole("menuitem", { name: act }).click();
}

/** Makes a group by the dialog, of people who are called so. */
async function makeGroup(room: Room, name: string, others: readonly string[]): Promise<void> {
  const words = await wordsIn(room);
  const dialog = room.page.getByRole("dialog");
  await openStart(room);
  await dialog.getByRole("button", { name: words.choose.newGroup }).click();
  for (const other of others) {
    await dialog.getByRole("searchbox").fill(other);
    await dialog.getByRole("checkbox", { name: other }).click();
  }
  await dialog.getByRole("button", { name: words.choose.next }).click();
  await dialog.getByRole("textbox", { name: words.group.name }).fill(name);
  // However often one presses, there is one group.
  await dialog.getByRole("button", { name: words.group.create }).dblclick();
  await room.page.waitForURL(/\/chat\/c\/\d+$/);
  await dialog.waitFor({ state: "hidden" });
}

const everybody = (stage: Stage, locale: "fa" | "en", names: readonly string[]) =>
  Promise.all(
    names.map((name) =>
      enter(stage, server, name, { locale, allow: [/status of 404/], viewport: { width: 1440, height: 900 } })
    ),
  );

browserTest("a group is made, appears with those in it, and is kept: Persian", (stage) => live(stage, "fa"));
browserTest("a group is made, appears with those in it, and is kept: English", (stage) => live(stage, "en"));

async function live(stage: Stage, locale: "fa" | "en"): Promise<void> {
  const [leila, arash, nima] = await everybody(stage, locale, [
    `leila_${locale}`,
    `arash_${locale}`,
    `nima_${locale}`,
  ]) as [Room, Room, Room];
  const late = await enter(stage, server, `sahar_${locale}`, { locale });
  const words = await wordsIn(leila);
  const name = locale === "fa" ? "کارگاه لعاب" : "Glaze lab";
  const renamed = locale === "fa" ? "کارگاه کوره" : "Kiln lab";

  await makeGroup(leila, name, [`arash_${locale}`, `nima_${locale}`]);
  for (const room of [leila, arash, nima]) await listed(room, name).waitFor({ timeout: PATIENCE });
  assert.equal(await listed(leila, name).count(), 1, "two presses made two groups");
  assert.equal(await listed(late, name).count(), 0, "somebody outside sees it");

  // What is said in it reaches them all.
  await listed(arash, name).click();
  await leila.write("سلام");
  await arash.row("سلام").waitFor({ timeout: PATIENCE });
  await openPanel(arash);
  await openPanel(leila);
  await counts(people(leila), 3);
  assert.equal(
    await arash.page.getByRole("button", { name: words.about.add }).count(),
    0,
    "a member is offered to add people",
  );

  // Somebody more, by the picker: those who are inside cannot be chosen again.
  await leila.page.getByRole("button", { name: words.about.add }).click();
  const dialog = leila.page.getByRole("dialog");
  await dialog.getByRole("searchbox").fill(`arash_${locale}`);
  const inside = dialog.getByRole("checkbox", { name: `arash_${locale}` });
  await inside.getByText(words.choose.inside).waitFor();
  await dialog.getByRole("searchbox").fill(`sahar_${locale}`);
  await dialog.getByRole("checkbox", { name: `sahar_${locale}` }).click();
  await dialog.getByRole("button", { name: words.choose.add(1) }).click();
  await listed(late, name).waitFor({ timeout: PATIENCE });
  await person(arash, `sahar_${locale}`).waitFor({ timeout: PATIENCE });

  // An admin may do more, at once.
  await chooseAct(leila, `arash_${locale}`, words.about.toAdmin);
  await arash.page.getByRole("button", { name: words.about.add }).waitFor({ timeout: PATIENCE });
  await arash.page.getByRole("button", { name: words.about.edit, exact: true }).click();
  const field = arash.page.getByRole("textbox", { name: words.group.name });
  await field.fill(renamed);
  await arash.page.getByRole("button", { name: words.group.save }).click();
  for (const room of [leila, nima, late]) await listed(room, renamed).waitFor({ timeout: PATIENCE });
  await leila.page.getByRole("heading", { name: renamed, level: 1 }).waitFor({ timeout: PATIENCE });

  // Who is removed is out of it, wherever they were.
  await listed(nima, renamed).click();
  await nima.page.getByRole("heading", { name: renamed, level: 1 }).waitFor({ timeout: PATIENCE });
  await chooseAct(arash, `nima_${locale}`, words.about.remove);
  const question = arash.page.getByRole("dialog");
  await question.getByText(words.confirm.remove.text).waitFor();
  // On the safe one.
  await focused(question.getByRole("button", { name: words.confirm.remove.keep, exact: true }));
  await question.getByRole("button", { name: words.confirm.remove.act, exact: true }).click();
  await nima.page.getByRole("heading", { name: nima.t.room.globalName, level: 1 }).waitFor({
    timeout: PATIENCE,
  });
  await listed(nima, renamed).waitFor({ state: "detached", timeout: PATIENCE });
  await person(leila, `nima_${locale}`).waitFor({ state: "detached", timeout: PATIENCE });

  // It is handed over, then left; the others stay.
  await chooseAct(leila, `arash_${locale}`, words.about.toOwner);
  await leila.page.getByRole("dialog").getByRole("button", { name: words.confirm.hand.act, exact: true })
    .click();
  await arash.page.getByRole("button", { name: words.about.delete }).waitFor({ timeout: PATIENCE });
  await leila.page.getByRole("button", { name: words.about.delete }).waitFor({
    state: "detached",
    timeout: PATIENCE,
  });
  await leila.page.getByRole("button", { name: words.about.leave }).click();
  await leila.page.getByRole("dialog").getByRole("button", { name: words.confirm.leave.act, exact: true })
    .click();
  await listed(leila, renamed).waitFor({ state: "detached", timeout: PATIENCE });
  await eventually(() => assert.equal(new URL(leila.page.url()).pathname, "/chat"));
  await person(arash, `leila_${locale}`).waitFor({ state: "detached", timeout: PATIENCE });

  // Deleted, it is nowhere.
  await arash.page.getByRole("button", { name: words.about.delete }).click();
  await arash.page.getByRole("dialog").getByRole("button", { name: words.confirm.delete.act, exact: true })
    .click();
  for (const room of [arash, late]) {
    await listed(room, renamed).waitFor({ state: "detached", timeout: PATIENCE });
  }
}

for (const locale of ["fa", "en"] as const) {
  browserTest(`a talk between two is begun from a person, by keyboard: ${locale}`, async (stage) => {
    const [mina, omid] = await everybody(stage, locale, [`mina_${locale}`, `omid_${locale}`]) as [Room, Room];
    const words = await wordsIn(mina);
    const { page } = mina;
    await page.keyboard.press("Alt+N");
    await focused(page.getByRole("dialog", { name: words.choose.title }).getByRole("searchbox"));
    await page.keyboard.type(`omid_${locale}`);
    await page.getByRole("dialog").getByText(words.choose.found(1)).waitFor({ state: "attached" });
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/chat\/c\/\d+$/);
    await page.getByRole("heading", { name: `omid_${locale}`, level: 1 }).waitFor();
    await mina.write("سلام امید");
    await listed(omid, `mina_${locale}`).click();
    await omid.row("سلام امید").waitFor({ timeout: PATIENCE });

    // On top of the list, by the header's menu; then again the same conversation, not another.
    await page.getByRole("button", { name: membersText(mina.t.locale).attention.menu }).click();
    await page.getByRole("menuitem", { name: membersText(mina.t.locale).list.pin }).click();
    await listed(mina, `omid_${locale}`).getByText(mina.t.list.pinned).waitFor({ state: "attached" });
    const address = page.url();
    await page.goto("/chat");
    await mina.online();
    await openStart(mina);
    await page.getByRole("dialog").getByRole("searchbox").fill(`omid_${locale}`);
    await page.getByRole("dialog").getByText(words.choose.found(1)).waitFor({ state: "attached" });
    await page.keyboard.press("Enter");
    await page.waitForURL(address);
    assert.equal(await listed(mina, `omid_${locale}`).count(), 1);
  });
}

browserTest("without a network nothing is begun, and nothing one chose is lost", async (stage) => {
  const room = await enter(stage, server, "parisa", { allow: [/ERR_INTERNET_DISCONNECTED|WebSocket/] });
  await server.person("kimia");
  const words = await wordsIn(room);
  const dialog = room.page.getByRole("dialog");
  await openStart(room);
  await dialog.getByRole("button", { name: words.choose.newGroup }).click();
  await dialog.getByRole("searchbox").fill("kimia");
  await dialog.getByRole("checkbox", { name: "kimia" }).click();
  await dialog.getByRole("button", { name: words.choose.next }).click();
  await dialog.getByRole("textbox", { name: words.group.name }).fill("سفر");
  await room.page.context().setOffline(true);
  await dialog.getByRole("button", { name: words.group.create }).click();
  await dialog.getByText(words.choose.notDone).waitFor();
  assert.equal(await dialog.getByRole("textbox", { name: words.group.name }).inputValue(), "سفر");
  await room.page.context().setOffline(false);
  await room.online();
  await dialog.getByRole("button", { name: words.group.create }).click();
  await room.page.waitForURL(/\/chat\/c\/\d+$/);
  await listed(room, "سفر").waitFor({ timeout: PATIENCE });
});

browserTest("a group of hundreds is paged, searched, and its rows are those in view", async (stage) => {
  const owner = await server.owner();
  const made = await Promise.all(
    Array.from({ length: 230 }, (_, n) => server.person(`many${String(n).padStart(3, "0")}`)),
  );
  const room = await enter(stage, server, "crowdy", { viewport: { width: 1440, height: 900 } });
  const me = (await room.page.context().request.get(`${server.url}/api/auth/me`)).json();
  const { body } = await owner.post("/api/rooms", {
    name: "همه",
    members: [(await me).id, ...made.map((one) => one.me.id)],
  });
  await room.page.goto(`/chat/c/${body.id}`);
  await openPanel(room);
  const words = await wordsIn(room);
  await room.page.getByRole("searchbox", { name: words.about.search }).fill("many229");
  await counts(people(room), 1);
  await room.page.getByRole("searchbox", { name: words.about.search }).fill("");
  await eventually(async () => assert((await people(room).count()) > 50));
  await eventually(async () => {
    await room.page.locator("#members [data-rolls]").evaluate((panel) =>
      panel.scrollTop = panel.scrollHeight
    );
    assert.equal(await person(room, "many229").count(), 1);
  });
  assert(await people(room).count() < 160, "rows out of view are drawn");
});
