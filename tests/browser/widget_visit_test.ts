/** A visit to a shop with a chat, from the first word to the next day: nothing stands in for anything. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { ChangeSite } from "@/lib/protocol/sites.ts";
import { browserTest } from "../support/browser.ts";
import { visit } from "../support/visitor.ts";
import { eventually } from "./room.ts";
import { GOODS, put, shopOf } from "./shop.ts";
import { peyk, startShops } from "./shops.ts";

const { server, host, actor, site, addSite, script, shop, stop } = await startShops();
Deno.test.afterAll(stop);

const owner = await server.owner();

/** What a visitor wrote, as those find it who answer. */
async function find(text: string): Promise<{ conversation: { id: number }; sender: { id: number } }> {
  const { body } = await owner.get("/api/admin/messages?source=external");
  const found = body.results.find(({ content }: { content: string }) => content === text);
  assert(found, Deno.inspect(body));
  return found;
}

/** The Guest_ID that the page has. */
const kept = (page: Page, of = site) => page.evaluate((key) => localStorage.getItem(key), `peyk:${of}`);

/** Until that Guest_ID leads to somebody else than whoever wrote that. */
async function isSignedOut(guest_id: string, text: string, of = site): Promise<void> {
  const { sender } = await find(text);
  const { site_key } = (await server.app.sites.known.bySiteId(of))!;
  await eventually(async () => {
    const { session } = await visit(server, { site_key }, { guest_id });
    assert.notEqual(session.user.id, sender.id, "the Guest_ID is still good");
  });
}

for (
  const [layout, body] of [["floating", GOODS], [
    "inline",
    `${GOODS}<div id="chat-container"></div>`,
  ]] as const
) {
  browserTest(`a visitor writes, is answered, and comes back: ${layout}`, async (stage) => {
    const address = put(host, { head: script(), body });
    const visitor = await shop(stage, { body }, { frame: null });
    const { page, widget, launcher, teaser } = visitor;
    const chat = widget.frameLocator("iframe");
    const floating = layout === "floating";
    if (floating) await launcher.click();
    const question = `تا پنج‌شنبه می‌رسد؟ ${layout}`;
    await chat.locator("textarea").fill(question);
    await page.keyboard.press("Enter");
    await chat.getByText(question, { exact: true }).first().waitFor();
    let conversation = 0;
    await eventually(async () => void (conversation = (await find(question)).conversation.id));

    const answer = `بله، همین امروز راهی می‌شود. ${layout}`;
    if (floating) {
      await page.keyboard.press("Escape");
      await eventually(async () => assert.equal(await launcher.getAttribute("aria-expanded"), "false"));
    }
    const sent = await owner.post("/api/messages", { conversation_id: conversation, content: answer });
    assert.equal(sent.status, 201, Deno.inspect(sent.body));
    if (floating) {
      await teaser.getByText(answer).waitFor();
      await eventually(async () => {
        assert.equal(await launcher.getAttribute("aria-label"), "باز کردن گفتگو، ۱ پیام نخوانده");
      });
      await teaser.locator(".said").click();
    }
    await chat.getByText(answer, { exact: true }).first().waitFor();
    await eventually(async () => assert.equal(await widget.locator(".count").textContent(), "۰"));

    // Another page of the shop, another day.
    await page.goto(address);
    if (floating) await launcher.click();
    await chat.getByText(question, { exact: true }).first().waitFor();
    await chat.getByText(answer, { exact: true }).first().waitFor();

    // They sign out there: who comes next reads nothing of it.
    const guest_id = await kept(page);
    await peyk(page, "logout");
    await eventually(async () => assert.equal(await chat.getByText(question, { exact: true }).count(), 0));
    await chat.locator("textarea").waitFor();
    await isSignedOut(guest_id!, question);
  });
}

browserTest(
  "who signs out on a page on which nobody opened the chat is signed out all the same",
  async (stage) => {
    // Without teasers nothing is fetched ahead for whoever was here before.
    const quiet = await addSite({ look: { teaser: false } });
    const head = script("async", quiet);
    const { page, widget, launcher } = await shop(stage, { head, body: GOODS }, { frame: null });
    await launcher.click();
    const chat = widget.frameLocator("iframe");
    await chat.locator("textarea").fill("یک راز");
    await page.keyboard.press("Enter");
    await chat.getByText("یک راز", { exact: true }).first().waitFor();
    await eventually(async () => void await find("یک راز"));
    const guest_id = await kept(page, quiet);
    // Nor for whoever points elsewhere.
    await page.mouse.move(0, 0);
    const out = `<script>window.Peyk = [["logout"]]</script>`;
    await page.goto(put(host, { head: out + head }));
    await isSignedOut(guest_id!, "یک راز", quiet);
    await eventually(async () => assert.equal(await kept(page, quiet), null));
  },
);

browserTest("a site that is cut off while somebody looks leaves with the next page", async (stage) => {
  const { person, page, launcher } = await shop(stage, {}, { frame: null });
  await launcher.waitFor();
  await server.app.sites.change(actor, site, ChangeSite.parse({ revoked: true }), "127.0.0.1");
  person.allow(/Failed to load resource|blocked by CORS/);
  const { gone } = shopOf(person);
  await page.goto(put(host, { head: script() }));
  assert.match(await gone(), /^Peyk: سرور این سایت را نپذیرفت/);
});

browserTest("two pages that open at the same moment are one visitor", async (stage) => {
  const body = `${GOODS}<div id="chat-container"></div>`;
  const own = await addSite();
  const address = put(host, { head: script("async", own), body });
  const { page, person: { context } } = await shop(stage, { head: "" }, { frame: null });
  const both = Promise.withResolvers<void>(), quicker = Promise.withResolvers<void>();
  let asked = 0, answered = 0;
  await context.route("**/api/external/guests", async (route) => {
    if (++asked === 2) both.resolve();
    await both.promise;
    // Each is somebody new to the server by now, and one of them is told so first.
    const response = await route.fetch();
    if (answered++ > 0) await quicker.promise;
    await route.fulfill({ response });
  });
  const pages = [page, await context.newPage()];
  await Promise.all(pages.map((page) => page.goto(address)));
  const frames = pages.map((page) => page.frameLocator("iframe"));
  const keptIn = (page: Page) => page.evaluate((key) => localStorage.getItem(key), `peyk:${own}`);
  for (const frame of frames) await frame.locator("textarea").fill("از");
  let first: string | null = null;
  await eventually(async () => assert(first = await keptIn(pages[0]!)));
  quicker.resolve();
  await Promise.all(frames.map((frame) => frame.locator("textarea").waitFor()));

  // Whichever page they write on, it is there on the next.
  for (const [i, frame] of frames.entries()) {
    await frame.locator("textarea").fill(`از صفحهٔ ${i}`);
    await frame.locator("textarea").press("Enter");
    await frame.getByText(`از صفحهٔ ${i}`, { exact: true }).first().waitFor();
  }
  await eventually(async () =>
    void await Promise.all([
      find("از صفحهٔ 0"),
      find("از صفحهٔ 1"),
    ])
  );
  assert.equal(await keptIn(pages[0]!), first);
  await pages[0]!.reload();
  for (const i of [0, 1]) await frames[0]!.getByText(`از صفحهٔ ${i}`, { exact: true }).first().waitFor();
});

browserTest("what is begun on one page goes on on those that were open before", async (stage) => {
  const own = await addSite();
  const address = put(host, { head: script("async", own), body: `${GOODS}<div id="chat-container"></div>` });
  const { page, person: { context } } = await shop(stage, { head: "" }, { frame: null });
  const pages = [page, await context.newPage()];
  const frames = pages.map((page) => page.frameLocator("iframe"));
  for (const page of pages) await page.goto(address);
  for (const frame of frames) await frame.locator("textarea").waitFor();
  await frames[0]!.locator("textarea").fill("اول این‌جا");
  await frames[0]!.locator("textarea").press("Enter");
  await frames[0]!.locator("article:not([aria-busy])", { hasText: "اول این‌جا" }).first().waitFor();
  await pages[1]!.bringToFront();
  await frames[1]!.locator("textarea").fill("بعد آن‌جا");
  await frames[1]!.locator("textarea").press("Enter");
  await eventually(async () =>
    assert.equal((await find("اول این‌جا")).sender.id, (await find("بعد آن‌جا")).sender.id)
  );
});

browserTest(
  "where a frame may keep nothing, what was typed and not sent is kept by the page",
  async (stage) => {
    const own = await addSite();
    const address = put(host, { head: script("data-open", own), body: GOODS });
    const { page, person, widget } = await shop(stage, { head: "" }, { frame: null });
    await person.context.addInitScript(() => {
      if (!location.pathname.startsWith("/widget/")) return;
      const get = () => {
        throw new DOMException("Access is denied", "SecurityError");
      };
      Object.defineProperty(self, "localStorage", { get, configurable: true });
    });
    const chat = widget.frameLocator("iframe"), field = chat.locator("textarea");
    const holds = (text: string) => eventually(async () => assert.equal(await field.inputValue(), text));
    // Nobody leaves before the page has been told of what it is to keep.
    const keeps = (text: string, where = "") => page.waitForFunction(isKept, [text, where] as const);
    await page.goto(address);
    await field.fill("آیا این گلدان");
    await keeps("آیا این گلدان");
    await page.reload();
    await holds("آیا این گلدان");
    // Another language is another page within the frame.
    await peyk(page, "setLocale", "en");
    await chat.locator("html[lang=en]").waitFor();
    await holds("آیا این گلدان");
    await field.press("Enter");
    await chat.locator("article:not([aria-busy])", { hasText: "آیا این گلدان" }).first().waitFor();
    await field.fill("و این یکی");
    await keeps("و این یکی");
    await page.goto(`${address}?another`);
    await holds("و این یکی");

    // What is on its way while the page is left is on its way from the next.
    person.allow(/WebSocket|ERR_|Failed to load/);
    await person.context.routeWebSocket(/./, () => {});
    await page.reload();
    await holds("و این یکی");
    await field.press("Enter");
    await holds("");
    await chat.locator("article[aria-busy]", { hasText: "و این یکی" }).first().waitFor();
    await keeps("و این یکی", "outbox");
    await page.reload();
    await chat.locator("article[aria-busy]", { hasText: "و این یکی" }).first().waitFor();

    // Whoever comes next finds nothing of it.
    await field.fill("نیمه‌کاره");
    await peyk(page, "logout");
    await eventually(async () => {
      const kept = await page.evaluate(() => Object.values(localStorage).join());
      assert.doesNotMatch(kept, /نیمه|این/);
    });
    await page.reload();
    await field.waitFor();
    await holds("");
  },
);

/** In the page: whether it keeps this text for the frame in it, under a name with these letters. */
function isKept([text, where]: readonly [text: string, where: string]): boolean {
  return Object.values(localStorage).some((value) => {
    if (!value.startsWith("{")) return false;
    const kept = Object.entries(JSON.parse(value) as Record<string, string>);
    return kept.some(([name, one]) => name.includes(where) && one.includes(text));
  });
}
