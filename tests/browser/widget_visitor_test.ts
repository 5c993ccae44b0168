/** Who a visitor is taken for where what says so comes late, twice, at the same moment or broken. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { visit, voucher } from "../support/visitor.ts";
import { eventually } from "./room.ts";
import { keptBy, openStreet, sees, visitChat } from "./widget.ts";

const server = await startServer({ built: true });
const street = await openStreet(server);
Deno.test.afterAll(async () => {
  await street.stop();
  await server.stop();
});

/** A site that vouches for people, each of whom has said something there. */
async function vouchedSite(...words: readonly string[]) {
  const site_id = await street.site();
  const { body: site } = await street.owner.post(`/api/admin/sites/${site_id}/keys`, { key: "secret" });
  const identities = await Promise.all(words.map(async (content) => {
    const identity = await voucher({ ...site, site_id }, { sub: content });
    const guest = await visit(server, site, { identity });
    assert.equal((await guest.post("/api/external/messages", { content })).status, 201);
    return identity;
  }));
  return { site_id, site, identities };
}

browserTest("of two who are named one right after the other the second is there", async (stage) => {
  const { site_id, identities: [first, second] } = await vouchedSite("از مریم", "از رضا");
  const chat = await visitChat(stage, street, site_id);
  await chat.frame.getByText(chat.t.welcome).waitFor();
  const named = Promise.withResolvers<void>();
  await chat.page.route("**/api/external/guests", async (route) => {
    const response = await route.fetch();
    // What is said of the first comes last.
    if (route.request().postDataJSON().identity === first) await named.promise;
    await route.fulfill({ response });
  });
  await chat.page.evaluate(
    `Peyk.identify(${JSON.stringify(first)}), Peyk.identify(${JSON.stringify(second)})`,
  );
  const late = setTimeout(named.resolve, 1500);
  await sees(chat, "از رضا");
  named.resolve();
  clearTimeout(late);
  await chat.online();
  await chat.write("رضا اینجاست");
  await chat.settled("رضا اینجاست");
  assert.equal(await chat.bubble("از مریم").count(), 0);
  const { body } = await street.owner.get("/api/admin/messages?source=external");
  const said = (words: string) => body.results.find(({ content }: { content: string }) => content === words);
  assert.equal(said("رضا اینجاست").sender.id, said("از رضا").sender.id);
});

browserTest(
  "a conversation is fetched once, also where it becomes known meanwhile whose it is",
  async (stage) => {
    const { site_id, identities: [identity] } = await vouchedSite("از مریم");
    const chat = await visitChat(stage, street, site_id);
    await chat.write("هنوز ناشناس");
    await chat.settled("هنوز ناشناس");
    await chat.online();
    const fetched: string[] = [];
    chat.page.on("request", (request) => {
      if (/\/messages\/\?page_size/.test(request.url())) fetched.push(request.url());
    });
    await chat.page.evaluate(`Peyk.identify(${JSON.stringify(identity)})`);
    await sees(chat, "از مریم");
    await chat.online();
    assert.equal(fetched.length, 1, fetched.join("\n"));
  },
);

browserTest("who signs in right after somebody else signed out is there", async (stage) => {
  const { site_id, identities: [first, second] } = await vouchedSite("از مریم", "از رضا");
  const chat = await visitChat(stage, street, site_id, { allow: [/status of 40\d|WebSocket/] });
  await chat.page.evaluate(`Peyk.identify(${JSON.stringify(first)})`);
  await sees(chat, "از مریم");
  await chat.online();
  await chat.page.evaluate(`Peyk.logout(), Peyk.identify(${JSON.stringify(second)})`);
  await sees(chat, "از رضا");
  await chat.online();
  await chat.write("رضا وارد شد");
  await chat.settled("رضا وارد شد");
  assert.equal(await chat.bubble("از مریم").count(), 0);
});

browserTest("a page that is busy for long still says who the visitor is", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id);
  await chat.write("پیش از صفحهٔ کند");
  await chat.settled("پیش از صفحهٔ کند");
  const before = await keptBy(chat, site_id);
  // What the frame says first is heard by a page that has no time for it now.
  await chat.person.context.addInitScript(() => {
    if (location.pathname.startsWith("/widget/")) return;
    addEventListener("message", (event) => {
      if (event.data?.type !== "hello" || !event.isTrusted) return;
      event.stopImmediatePropagation();
      const { data, origin, source } = event;
      setTimeout(() => dispatchEvent(new MessageEvent("message", { data, origin, source })), 3000);
    }, true);
  });
  await chat.page.reload();
  await sees(chat, "پیش از صفحهٔ کند");
  await chat.online();
  await chat.write("پس از آن");
  await chat.settled("پس از آن");
  assert.equal(await keptBy(chat, site_id), before);
});

browserTest("who signs out on one page is nobody on the others that are open", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id, { allow: [/ERR_FAILED/] });
  await chat.write("رازی بر دو صفحه");
  await chat.settled("رازی بر دو صفحه");
  const other = await chat.person.context.newPage();
  await other.goto(chat.page.url());
  await other.frameLocator("iframe").getByText("رازی بر دو صفحه").first().waitFor();
  // The server cannot be told, and so tells nobody.
  await chat.person.context.route("**/api/external/guests/current", (route) => route.abort());
  await other.evaluate("Peyk.logout()");
  await eventually(async () => assert.equal(await chat.bubble("رازی بر دو صفحه").count(), 0));
  await chat.frame.getByText(chat.t.welcome).waitFor();
  assert.equal(await keptBy(chat, site_id), null);
});

browserTest(
  "whom the site vouches for on one page leaves alone who writes unknown on another",
  async (stage) => {
    const { site_id, identities: [identity] } = await vouchedSite("از مریم");
    const chat = await visitChat(stage, street, site_id);
    await chat.frame.getByText(chat.t.welcome).waitFor();
    const other = await chat.person.context.newPage();
    await other.goto(chat.page.url());
    await other.evaluate(`Peyk.identify(${JSON.stringify(identity)})`);
    const theirs = other.frameLocator("iframe").getByText("از مریم");
    await theirs.first().waitFor();
    await chat.write("ناشناس در کنارش");
    await chat.settled("ناشناس در کنارش");
    await chat.online();
    await chat.write("و باز هم");
    await chat.settled("و باز هم");
    assert.equal(await chat.bubble("ناشناس در کنارش").count(), 1);
    assert.equal(await theirs.count() > 0, true);
  },
);

browserTest("on a page that the browser kept, nobody is found who signed out since", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id);
  await chat.write("رازی پیش از بازگشت");
  await chat.settled("رازی پیش از بازگشت");
  // Another page does so while this one is kept, which hears nothing of it.
  await chat.page.evaluate((key) => {
    localStorage.removeItem(key);
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
  }, `peyk:${site_id}`);
  await eventually(async () => assert.equal(await chat.bubble("رازی پیش از بازگشت").count(), 0));
  await chat.frame.getByText(chat.t.welcome).waitFor();
});

for (const broken of ["x".repeat(300), "\u0000", "کلید"]) {
  browserTest(`what a page has kept and is no key is replaced: ${broken.slice(0, 5)}`, async (stage) => {
    const site_id = await street.site();
    const chat = await visitChat(stage, street, site_id);
    await chat.frame.getByText(chat.t.welcome).waitFor();
    await chat.page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [
      `peyk:${site_id}`,
      broken,
    ]);
    await chat.page.reload();
    await chat.write("باز هم من");
    await chat.settled("باز هم من");
    assert.match((await keptBy(chat, site_id))!, /^[\w-]{43}$/);
  });
}

for (const broken of ["", "no token", "x".repeat(5000)]) {
  browserTest(
    `whom a page names in a way that does not hold is anybody: ${broken.slice(0, 5)}`,
    async (stage) => {
      const chat = await visitChat(stage, street, await street.site(), { allow: [/status of 40\d/] });
      await chat.frame.getByText(chat.t.welcome).waitFor();
      await chat.page.evaluate(`Peyk.identify(${JSON.stringify(broken)})`);
      await chat.write("من هر کسی‌ام");
      await chat.settled("من هر کسی‌ام");
    },
  );
}

browserTest("who types while nobody is let in asks once, not with each letter", async (stage) => {
  const chat = await visitChat(stage, street, await street.site(), { allow: [/ERR_FAILED/] });
  await chat.frame.getByText(chat.t.welcome).waitFor();
  let asked = 0;
  await chat.page.route("**/api/external/guests", (route) => {
    asked++;
    return route.abort();
  });
  await chat.composer.pressSequentially("سلام وقت بخیر", { delay: 60 });
  assert.equal(asked, 1);
  await chat.page.unroute("**/api/external/guests");
  await chat.composer.press("Enter");
  await chat.settled("سلام وقت بخیر");
  await eventually(() => assert.equal(asked, 1));
});
