/** Who is there, who is writing, and who has to leave. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, register, roomOf } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

/** The browser's own words about a request that a test has refused. */
const REFUSED = /status of 401|WebSocket connection to/;

/** Whether the list of members shows this person as online; undefined where it does not show them. */
async function isOnline({ page, t }: Room, name: string): Promise<boolean | undefined> {
  const row = page.locator("#members li").filter({ hasText: name });
  if (await row.count() === 0) return undefined;
  return (await row.textContent())!.includes(t.members.online);
}

browserTest("people appear and vanish, and are the same people in a second tab", async (stage) => {
  const leila = await enter(stage, server, "leila", { locale: "en" });
  const { page, t } = leila;
  assert.equal(await isOnline(leila, "arash"), undefined);
  await page.getByText(t.room.peopleOnline(2, 1)).waitFor();

  const arash = await enter(stage, server, "arash");
  await eventually(async () => assert.equal(await isOnline(leila, "arash"), true));
  await page.getByText(t.room.peopleOnline(3, 2)).waitFor();

  // A second tab is the same person: closing one says nothing.
  const second = await arash.person.context.newPage();
  await second.goto("/chat");
  await roomOf(arash.person, "fa", second).online();
  await arash.page.goto("about:blank");
  await page.getByText(t.room.peopleOnline(3, 2)).waitFor();
  await second.close();
  await eventually(async () => assert.equal(await isOnline(leila, "arash"), false));
  await page.getByText(t.room.peopleOnline(3, 1)).waitFor();
  await page.locator("#members li").filter({ hasText: "arash" }).getByText("just now").waitFor();
});

browserTest("a reload is no departure", async (stage) => {
  // However long a reload takes here: that others are told after a while is tried above.
  const patient = await startServer({ built: true, leave_delay: 60_000 });
  try {
    const leila = await enter(stage, patient, "leila", { locale: "en" });
    const arash = await enter(stage, patient, "arash");
    const { page, t } = leila;
    await eventually(async () => assert.equal(await isOnline(leila, "arash"), true));
    // Every word that the list ever says from now on.
    const changes: string[] = [];
    await page.exposeFunction("noteChange", (text: string) => changes.push(text));
    await page.evaluate(() => {
      const note = (globalThis as unknown as { noteChange(text: string): void }).noteChange;
      const row = () =>
        [...document.querySelectorAll("#members li")].find((li) => li.textContent!.includes("arash"));
      new MutationObserver(() => note(row()?.textContent ?? "gone"))
        .observe(document.querySelector("#members")!, {
          subtree: true,
          childList: true,
          characterData: true,
        });
    });
    await arash.page.reload();
    await arash.online();
    await leila.write("هنوز هستی؟");
    await arash.row("هنوز هستی؟").waitFor();
    assert.deepEqual(changes.filter((text) => !text.includes(t.members.online)), []);
    for (const room of [leila, arash]) await room.page.goto("about:blank");
  } finally {
    await patient.stop();
  }
});

browserTest("another person's typing is seen while it lasts, never one's own", async (stage) => {
  const leila = await enter(stage, server, "leila", { locale: "en" });
  const arash = await enter(stage, server, "arash", { locale: "en" });
  const typing = (room: Room) => room.page.getByText("arash is typing");
  await arash.composer.pressSequentially("half a");
  await typing(leila).waitFor();
  assert.equal(await typing(arash).count(), 0);
  await leila.page.getByRole("navigation").getByText(leila.t.list.typing).waitFor();
  // An emptied field is no longer writing.
  await arash.composer.fill("");
  await eventually(async () => assert.equal(await typing(leila).count(), 0));
  // Going to and fro is not passed on each time; whoever goes on writing is seen again.
  await eventually(async () => {
    await arash.composer.pressSequentially("a");
    assert.equal(await typing(leila).count(), 1);
  });
  await arash.composer.fill("a whole one");
  await arash.composer.press("Enter");
  await leila.row("a whole one").waitFor();
  assert.equal(await typing(leila).count(), 0);
  assert.equal(await leila.page.getByText(/half a/).count(), 0);
});

browserTest(
  "signing out in one tab ends the other, and what was written is there at the next sign-in",
  async (stage) => {
    const first = await enter(stage, server, "mina", { allow: [REFUSED] });
    const { t } = first;
    const second = roomOf(first.person, "fa", await first.person.context.newPage());
    await second.page.goto("/chat");
    await second.online();
    await second.composer.fill("نیمه‌کاره می‌ماند");
    const other = await enter(stage, server, "leila");

    await first.page.getByRole("button", { name: t.nav.account }).click();
    await first.page.getByRole("menuitem", { name: t.nav.signOut }).click();
    await first.page.waitForURL(/\/login/);
    await second.page.waitForURL(/\/login\?next=%2Fchat/);
    assert.equal(await second.page.getByRole("log").count(), 0);
    await other.write("این را دیگر نمی‌بیند");
    await second.page.locator("[name=email]").fill("mina@peyk.test");
    await second.page.locator("[name=password]").fill("mina-password");
    await second.page.keyboard.press("Enter");
    await second.page.waitForURL("**/chat");
    await second.online();
    await eventually(async () => assert.equal(await second.composer.inputValue(), "نیمه‌کاره می‌ماند"));
  },
);

browserTest("whoever is banned is out at once, and stays out", async (stage) => {
  const room = await enter(stage, server, "outcast", { allow: [REFUSED, /status of 403/] });
  const owner = await server.owner();
  const { body } = await owner.get("/api/users?q=outcast");
  await owner.patch(`/api/admin/users/${body[0].id}/`, { banned: true, ban_reason: "spam" });
  await room.page.waitForURL(/\/login/);
  await owner.post("/api/messages", { content: "a secret" });
  await room.page.goto("/chat");
  await room.page.waitForURL(/\/login/);
  assert.equal((await room.page.content()).includes("a secret"), false);
});

browserTest(
  "a session that ends while one is offline leads to the door when one comes back",
  async (stage) => {
    const room = await enter(stage, server, "traveller", { allow: [REFUSED, /ERR_INTERNET_DISCONNECTED/] });
    await room.person.context.setOffline(true);
    await room.offline();
    await room.write("از راه دور");
    const device = server.anybody();
    await device.login({ email: "traveller@peyk.test", password: "traveller-password" });
    const { body: sessions } = await device.get("/api/auth/sessions");
    for (const { id, is_current } of sessions) {
      if (!is_current) {
        await device.delete(`/api/auth/sessions/${id}`);
      }
    }
    await room.person.context.setOffline(false);
    await room.page.waitForURL(/\/login/);
    // What was written waits on this device for the same person.
    await register(room.person, server.url, "traveller");
    await room.page.goto("/chat");
    await room.settled("از راه دور");
  },
);

browserTest(
  "somebody else who signs in takes over every tab, and nothing is sent in the other's name",
  async (stage) => {
    const room = await enter(stage, server, "first", { allow: [REFUSED, /ERR_INTERNET_DISCONNECTED/] });
    const { context } = room.person;
    await context.setOffline(true);
    await room.offline();
    await room.write("این از اولی است");
    await context.clearCookies();
    await context.setOffline(false);
    // The cookie may change hands before the first tab has found its way back, or after.
    await register(room.person, server.url, "second");
    const you = room.page.locator("#members li").filter({ hasText: room.t.members.you });
    await room.page.locator("[name=password]").or(you.filter({ hasText: "second" })).waitFor();
    await room.page.goto("/chat");
    await room.online();
    await eventually(async () => assert.match((await you.textContent())!, /second/));
    assert.equal(await room.page.getByText("این از اولی است").count(), 0);
    const { body } = await (await server.owner()).get("/api/messages?page_size=5");
    assert(!body.results.some(({ content }: { content: string }) => content === "این از اولی است"));
  },
);

browserTest("another person's connection is no connection of this page", async (stage) => {
  const room = await enter(stage, server, "first");
  await register(room.person, server.url, "second");
  // The line breaks for a moment; what comes back greets somebody else.
  await room.page.evaluate(() => {
    dispatchEvent(new Event("offline"));
    dispatchEvent(new Event("online"));
  });
  await eventually(async () => {
    const shown = await room.page.locator("#members li").filter({ hasText: room.t.members.you })
      .textContent();
    assert.match(shown!, /second/);
  });
});
