/** Two people who talk with each other alone, each at a browser; and how far each has read. */
import assert from "node:assert/strict";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { peopleText } from "@/lib/i18n/people/mod.ts";
import { browserTest } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startServer } from "../support/server.ts";
import { counts, enter, PATIENCE } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());
const CUT = [/ERR_INTERNET_DISCONNECTED|WebSocket connection to/];

const leila = await server.person("leila", { first_name: "لیلا", last_name: "رضایی" });
const arash = await server.person("arash", { first_name: "آرش", last_name: "مرادی" });

const { body: { id: of_both } } = await leila.post("/api/conversations/", { recipient_id: arash.me.id });
for (const who of [leila, arash]) {
  await who.post("/api/messages/", { content: "سلام", conversation_id: of_both });
}

/** The address of the conversation of two. */
async function pathOf(one: Client, other: Client): Promise<string> {
  const { body } = await one.post("/api/conversations/", { recipient_id: other.me.id });
  return `/chat/c/${body.id}`;
}

const ticks = (room: Room, text: string, state: "sent" | "seen") =>
  room.row(text).getByTitle(room.t.list[state], { exact: true }).waitFor({ timeout: PATIENCE });

browserTest("one tick is committed, two are read, as soon as the other one has read", async (stage) => {
  const path = await pathOf(leila, arash);
  const here = await enter(stage, server, "leila", { path });
  await here.write("می‌بینی؟");
  await ticks(here, "می‌بینی؟", "sent");
  assert.equal(await here.row("می‌بینی؟").getByTitle(here.t.list.seen, { exact: true }).count(), 0);

  const there = await enter(stage, server, "arash", { path, locale: "en" });
  await there.row("می‌بینی؟").waitFor();
  await ticks(here, "می‌بینی؟", "seen");
  // Of what the other one says there is no receipt.
  assert.equal(await there.row("می‌بینی؟").getByTitle(there.t.list.seen, { exact: true }).count(), 0);
  await there.write("I do");
  await ticks(there, "I do", "seen");
  // In the list it is the same.
  await there.page.locator("#conversations").getByText(there.t.list.seen, { exact: true }).waitFor({
    state: "attached",
  });
});

browserTest("what was read while one was away shows after the line is back", async (stage) => {
  const path = await pathOf(leila, arash);
  const { body: before } = await leila.get(path.replace("/chat/c/", "/api/conversations/"));
  const here = await enter(stage, server, "leila", { path, allow: CUT });
  await here.write("و این را؟");
  await ticks(here, "و این را؟", "sent");
  await here.page.context().setOffline(true);
  await here.offline();
  await arash.post(`/api/conversations/${before.id}/read`, { seq: before.seq + 1 });
  await here.page.context().setOffline(false);
  await here.online();
  await ticks(here, "و این را؟", "seen");
  // And so it is on a page that is opened anew.
  await here.page.reload();
  await here.online();
  await ticks(here, "و این را؟", "seen");
});

browserTest("one's own stands at the end, the other's at the start, in both directions", async (stage) => {
  const path = await pathOf(leila, arash);
  for (const locale of ["fa", "en"] as const) {
    const { log, rows } = await enter(stage, server, "leila", { path, locale });
    await rows.first().waitFor();
    const sides = await log.evaluate((element) => {
      const middle = element.getBoundingClientRect().left + element.clientWidth / 2;
      return [...element.querySelectorAll("article")].map((row) => {
        const { left, right } = row.querySelector(".bub")!.getBoundingClientRect();
        return { own: row.classList.contains("brow-own"), is_left: (left + right) / 2 < middle };
      });
    });
    assert(sides.some(({ own }) => own) && sides.some(({ own }) => !own));
    for (const { own, is_left } of sides) assert.equal(is_left, own === (locale === "fa"));
  }
});

browserTest("the keyboard goes through bubbles as through rows, and acts on them", async (stage) => {
  const path = await pathOf(leila, arash);
  const here = await enter(stage, server, "leila", { path });
  const { page, log } = here;
  await here.write("یکی");
  await here.settled("یکی");
  await here.write("دیگری");
  await here.settled("دیگری");
  await log.focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.locator("article:focus", { hasText: "یکی" }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.locator("article:focus", { hasText: "دیگری" }).waitFor();
  // Enter goes to what can be done with it.
  await page.keyboard.press("Enter");
  await page.locator("article [role=toolbar] button:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("article:focus", { hasText: "دیگری" }).waitFor();
  await page.keyboard.press("Shift+Enter");
  await page.locator("#composer:focus").waitFor();
  await here.write("پاسخ خودم");
  await here.row("پاسخ خودم").locator("a.bub-quote", { hasText: "دیگری" }).waitFor();
  await here.settled("پاسخ خودم");
  await log.focus();
  await page.keyboard.press("ArrowUp");
  await page.locator("article:focus", { hasText: "پاسخ خودم" }).waitFor();
  await page.keyboard.press("Delete");
  await page.getByRole("dialog").getByRole("button", { name: actsText("fa").delete.confirm }).click();
  await here.rows.last().getByText(here.t.message.deletedOwn).waitFor();
});

browserTest(
  "from somebody's card to the conversation with them, and there above it to the card",
  async (stage) => {
    await arash.post("/api/messages", { content: "سلام میدان" });
    const here = await enter(stage, server, "nasrin", { account: { first_name: "نسرین" } });
    const { page } = here;
    const words = peopleText("fa").person;
    await here.row("سلام میدان").locator("header [data-person]").click();
    await page.getByRole("dialog").getByRole("button", { name: words.message }).click();
    await page.waitForURL(/\/chat\/c\/\d+$/);
    await page.getByText(here.t.room.quietTitle).waitFor();
    await here.write("اولین حرف");
    await here.settled("اولین حرف");
    await counts(here.rows.locator(".bub"), 1);
    await page.getByRole("heading", { level: 1 }).getByRole("button", { name: "آرش مرادی" }).click();
    await page.locator(".person", { hasText: "@arash" }).waitFor();
    await page.keyboard.press("Escape");
    await page.locator("h1 button:focus").waitFor();
    // Back and forth between looks: the square has rows.
    await page.goBack();
    await here.row("سلام میدان").waitFor();
    await counts(here.rows.locator(".bub"), 0);
  },
);

browserTest(
  "without scripts a card leads to the conversation, which is read and written there",
  async (stage) => {
    const here = await enter(stage, server, "leila", {
      path: `/chat/people/${arash.me.id}`,
      javaScript: false,
    });
    const { page } = here;
    await page.getByRole("button", { name: peopleText("fa").person.message }).click();
    await page.waitForURL(/\/chat\/c\/\d+$/);
    assert(await here.rows.locator(".bub").count() > 0);
    await page.getByRole("heading", { level: 1 }).getByRole("button").click();
    await page.waitForURL(({ pathname }) => pathname === `/chat/people/${arash.me.id}`);
    // To oneself nothing is sent from one's own card.
    await page.goto(`/chat/people/${leila.me.id}`);
    assert.equal(await page.getByRole("button", { name: peopleText("fa").person.message }).count(), 0);
  },
);

browserTest("in a group it is told how many have read, and asked who", async (stage) => {
  const mina = await server.person("mina", { first_name: "مینا" });
  const { body: group } = await leila.post("/api/rooms", {
    name: "کوزه‌گرها",
    members: [arash.me.id, mina.me.id],
  });
  const here = await enter(stage, server, "leila", { path: `/chat/c/${group.id}` });
  const { page, t } = here;
  // What made it is a sentence, of oneself in the second person.
  await here.log.getByText(/^شما گروه .*کوزه‌گرها.* را ساختید$/).waitFor();
  await here.write("چه کسی می‌آید؟");
  await here.settled("چه کسی می‌آید؟");
  const { body } = await arash.get(`/api/conversations/${group.id}`);
  assert.equal(await page.getByText(t.message.seenBy(1, 2)).count(), 0);
  await arash.post(`/api/conversations/${group.id}/read`, { seq: body.seq });
  await page.getByRole("button", { name: t.message.seenBy(1, 2) }).click();
  const people = page.getByRole("dialog").getByRole("listitem");
  await people.nth(1).waitFor();
  assert.match(await people.nth(0).innerText(), /آرش مرادی/);
  assert.match(await people.nth(1).innerText(), /مینا/);
  await page.keyboard.press("Escape");
  await mina.post(`/api/conversations/${group.id}/read`, { seq: body.seq });
  await page.getByRole("button", { name: t.message.seenBy(2, 2) }).waitFor();
  // The same from the message's menu.
  await here.row("چه کسی می‌آید؟").locator(".prose").click({ button: "right" });
  await page.getByRole("menuitem", { name: t.message.seen }).click();
  await counts(people, 2);
});
