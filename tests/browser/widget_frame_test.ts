/** The chat of a site as its visitors use it: within a page of another origin, and in a window of its own. */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { browserTest } from "../support/browser.ts";
import { photo } from "../support/pictures.ts";
import { startServer } from "../support/server.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { errorSentence } from "@/lib/i18n/mod.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { eventually, PATIENCE } from "./room.ts";
import { put } from "./shop.ts";
import { chatOf, keptBy, openStreet, sees, visitChat } from "./widget.ts";
import { voucher } from "../support/visitor.ts";
import { answerIn, closedNow, conversationOf, sendPicture } from "./widget_states.ts";

const KB = 1000;

const server = await startServer({ built: true });
const street = await openStreet(server);
Deno.test.afterAll(async () => {
  await street.stop();
  await server.stop();
});

for (const locale of ["fa", "en"] as const) {
  browserTest(
    `${locale}: a visitor asks, is answered, answers back, and finds it all on return`,
    async (stage) => {
      const site_id = await street.site();
      // Who was here before may be just leaving.
      await eventually(() => assert.equal(server.app.realtime.open, 0));
      const chat = await visitChat(stage, street, site_id, { locale });
      await chat.frame.getByText(chat.t.welcome).waitFor();
      assert.equal(server.app.realtime.open, 0, "nobody is connected before there is a conversation");
      await chat.write("این گلدان می‌رسد؟ Gift wrap?");
      await chat.settled("Gift wrap?");
      const answer = await answerIn(street);
      await answer("بله، تا پنج‌شنبه.");
      await sees(chat, "بله، تا پنج‌شنبه.");
      // Where one talks to the site alone nobody has to be told who speaks for it.
      assert.equal(await chat.frame.locator(".bub-author").innerText(), "سارا احمدی");

      const row = chat.bubble("بله، تا پنج‌شنبه.").first();
      await row.hover();
      await row.getByRole("button", { name: chat.chat.message.like, exact: true }).click();
      await row.locator(".reaction-mine").waitFor();
      await row.hover();
      await row.getByRole("button", { name: chat.chat.message.reply }).click();
      await chat.write("ممنون");
      await chat.settled("ممنون");
      await eventually(async () => {
        assert.equal(await chat.bubble("ممنون").first().locator(".bub-quote").count(), 1);
      });

      await chat.page.reload();
      await sees(chat, "Gift wrap?");
      await eventually(async () => assert.equal(await chat.bubbles.filter({ hasText: "ممنون" }).count(), 1));
      // Nothing of a visitor's is in an address, nor in a cookie.
      const kept = await keptBy(chat, site_id);
      assert.match(kept!, /^[A-Za-z0-9_-]{40,}$/);
      for (const each of chat.page.frames()) assert.equal(each.url().includes(kept!), false);
      assert.deepEqual(await chat.person.context.cookies(), []);
      assert.deepEqual(street.host.cookies, []);
    },
  );
}

browserTest("what one of those who answer has read is marked so, at once and on return", async (stage) => {
  const chat = await visitChat(stage, street, await street.site());
  await chat.write("کسی آنجاست؟");
  await chat.settled("کسی آنجاست؟");
  const id = await conversationOf(street);
  await chat.online();
  const seen = chat.bubble("کسی آنجاست؟").first().locator(".tick-seen");
  assert.equal(await seen.count(), 0);
  assert.equal((await street.sara.post(`/api/conversations/${id}/read`, { seq: 1 })).status, 200);
  await seen.waitFor({ timeout: PATIENCE });
  await chat.page.reload();
  await seen.waitFor({ timeout: PATIENCE });
});

browserTest("a picture is sent first of all, and both sides see it", async (stage) => {
  const chat = await visitChat(stage, street, await street.site());
  const buffer = await photo("bowls") as Uint8Array<ArrayBuffer>;
  await chat.composer.click();
  await chat.frame.locator("input[type=file]").setInputFiles({
    ...{ name: "bowls.jpg", mimeType: "image/jpeg", buffer: Buffer.from(buffer) },
  });
  await chat.frame.locator(".tray").first().waitFor();
  await chat.write("این‌ها را دارید؟");
  await chat.settled("این‌ها را دارید؟");
  const image = chat.bubble("این‌ها را دارید؟").first().locator("img.shot-image").last();
  await eventually(async () => {
    assert.equal(await image.evaluate((found) => (found as HTMLImageElement).naturalWidth > 0), true);
  });
  const logged: string[] = [];
  chat.page.on("console", (message) => logged.push(message.text()));
  await image.click();
  await chat.frame.locator("dialog.lightbox").getByRole("button", { name: chat.chat.nav.close }).and(
    chat.frame.locator(":focus"),
  ).waitFor();
  await chat.page.keyboard.press("Escape");
  await chat.frame.locator("dialog.lightbox[open]").waitFor({ state: "detached" });
  assert.doesNotMatch(logged.join(), /autofocus/i);
  await chat.page.reload();
  await eventually(async () => {
    assert.match(await image.getAttribute("src") ?? "", /^\/files\/.*\?k=/);
    assert.equal(await image.evaluate((found) => (found as HTMLImageElement).naturalWidth > 0), true);
  });
});

browserTest("pictures come again when what they are fetched by has ended and is renewed", async (stage) => {
  const person = await stage.newPerson({ name: "visitor", allow: [/status of 40\d/] });
  const seen = Promise.withResolvers<void>();
  let sessions = 0;
  await person.page.route("**/api/external/guests", async (route) => {
    const is_first = ++sessions === 1;
    if (!is_first) await seen.promise;
    const response = await route.fetch();
    const json = await response.json();
    await route.fulfill({
      response,
      json: is_first ? { ...json, files_token: "ended", expires_in: 1 } : json,
    });
  });
  const chat = await visitChat(stage, street, await street.site(), { person });
  await chat.write("این کاسه را دارید؟");
  await chat.settled("این کاسه را دارید؟");
  await sendPicture(street, await conversationOf(street));
  const shot = chat.bubble("همین لعاب").first().locator(".shot").first();
  await shot.locator(".shot-broken").waitFor({ timeout: PATIENCE });
  seen.resolve();
  await eventually(async () => {
    const image = shot.locator("img.shot-image").last();
    assert.equal(await image.evaluate((found) => (found as HTMLImageElement).naturalWidth > 0), true);
  });
});

browserTest("what is typed, and who types, is seen by both", async (stage) => {
  const chat = await visitChat(stage, street, await street.site());
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  const conversation_id = await conversationOf(street);
  const socket = await street.sara.socket();
  await socket.ask({ type: "chat:join", conversation_id });
  // Of what was typed before somebody looked they are not told.
  await chat.online();
  socket.send({ type: "chat:typing", conversation_id, is_typing: true });
  await chat.frame.locator(".dots").waitFor();
  await socket.close();
});

browserTest("unread is told to the page around it, and gone once it is looked at", async (stage) => {
  const chat = await visitChat(stage, street, await street.site());
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  const answer = await answerIn(street);
  await chat.composer.press("Escape");
  const counted = () => chat.page.locator("[aria-expanded]").first().getAttribute("aria-expanded");
  await eventually(async () => assert.equal(await counted(), "false"));
  await answer("بله؟");
  await eventually(async () => {
    assert.match(await chat.page.locator(".all").first().innerText(), /1|۱|بله؟/);
  });
  await chat.page.locator("[aria-expanded]").first().click();
  await sees(chat, "بله؟");
  await eventually(async () => {
    const { body } = await street.sara.get(`/api/conversations/${await conversationOf(street)}/reads`);
    assert.equal(Math.max(...body.results.map(({ seq }: { seq: number }) => seq)), 2);
  });
});

browserTest("before the first message a site asks who it is", async (stage) => {
  const look = { prechat: { enabled: true, name: "required", email: "optional", text: "خوش آمدید." } };
  const person = await stage.newPerson({ name: "visitor", allow: [/status of 409/] });
  const chat = await visitChat(stage, street, await street.site({ look }), { person });
  const { frame, t } = chat;
  const send = frame.getByRole("button", { name: t.form.start });
  await send.click();
  await frame.getByText(t.form.nameMissing).waitFor();
  await frame.locator("[name=name]:focus").waitFor();
  await frame.locator("[name=name]").fill("مریم");
  await frame.locator("[name=email]").fill("maryam@");
  await frame.locator("[name=content]").fill("گلدان من شکسته رسیده");
  await send.click();
  await frame.getByText(t.form.emailIncomplete).waitFor();
  await frame.locator("[name=email]").fill("maryam@example.org");
  // What those who answer are called is no name for a visitor; it is said beside the field, and nothing is lost.
  await frame.locator("[name=name]").fill(street.owner.me.username);
  await send.click();
  await frame.getByText(errorSentence("fa", "name_taken")).waitFor();
  assert.equal(await frame.locator("[name=name]").getAttribute("aria-invalid"), "true");
  await frame.locator("[name=name]").fill("مریم");
  await send.click();
  await chat.settled("گلدان من شکسته رسیده");
  const { body } = await street.owner.get("/api/admin/messages?source=external&limit=1");
  assert.equal(body.results[0].sender.username, "مریم");
});

browserTest("outside of the hours a message is left, with where to answer to", async (stage) => {
  const chat = await visitChat(
    stage,
    street,
    await street.site({ look: { hours: closedNow("Europe/London") } }),
  );
  const { frame, t } = chat;
  await frame.getByRole("heading", { name: t.closed.title }).waitFor();
  await frame.locator("[name=email]").fill("ruth@example.org");
  await frame.locator("[name=content]").fill("Is there wheelchair access?");
  await frame.getByRole("button", { name: t.form.leave }).click();
  await frame.getByText(t.closed.thanksTitle).waitFor();
  await chat.settled("Is there wheelchair access?");
  await frame.getByRole("button", { name: t.closed.again }).click();
  await chat.write("And parking?");
  await chat.settled("And parking?");
});

browserTest("a site that is locked meanwhile says so, and what was said can be read", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id, { allow: [/403/] });
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  await chat.online();
  await street.change(site_id, { locked: true });
  await chat.frame.getByText(chat.t.locked).waitFor({ timeout: PATIENCE });
  await sees(chat, "وقت بخیر");
  await eventually(async () => assert.equal(await chat.composer.count(), 0));
  await street.change(site_id, { locked: false });
  await chat.write("دوباره باز است");
  await chat.settled("دوباره باز است");
});

browserTest("who has said nothing yet learns how the site stands when they look again", async (stage) => {
  const site_id = await street.site({ locked: true });
  const chat = await visitChat(stage, street, site_id);
  await chat.frame.getByText(chat.t.locked).waitFor({ timeout: PATIENCE });
  await street.change(site_id, { locked: false });
  const [, frame] = chat.page.frames();
  await frame!.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await chat.write("باز شد");
  await chat.settled("باز شد");
});

browserTest("a site that is cut off lets nobody go on", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id, { layout: "popout", allow: [/40\d|WebSocket/] });
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  await street.change(site_id, { revoked: true });
  await chat.page.getByText(chat.t.failed.goneTitle).waitFor({ timeout: PATIENCE });
  const answer = await chat.page.goto(`${server.url}/widget/${site_id}`);
  assert.equal(answer!.status(), 404);
  await chat.page.getByText(chat.t.failed.unknownTitle).waitFor();
});

browserTest("who writes too fast is told how long it takes; nothing is lost", async (stage) => {
  const chat = await visitChat(stage, street, await street.site({ limits: { messages_guest: 1 } }), {
    allow: [/429/],
  });
  await chat.write("یک");
  await chat.settled("یک");
  await chat.write("دو");
  await chat.frame.locator(".bg-warn-soft").filter({ hasText: /ثانیه/ }).waitFor();
  await chat.bubble("دو").and(chat.frame.locator("[aria-busy]")).waitFor();
});

browserTest("without a network what is written waits, and is sent once it is back", async (stage) => {
  const chat = await visitChat(stage, street, await street.site(), {
    allow: [/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch/],
  });
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  await chat.online();
  await eventually(async () => assert.equal(await chat.frame.locator("[role=status]").count() > 0, true));
  await chat.person.context.setOffline(true);
  await chat.write("منتظر می‌ماند");
  await chat.bubble("منتظر می‌ماند").and(chat.frame.locator("[aria-busy]")).first().waitFor();
  await chat.person.context.setOffline(false);
  await chat.settled("منتظر می‌ماند");
});

browserTest("where nothing answers the first message stays in its field", async (stage) => {
  const chat = await visitChat(stage, street, await street.site(), { allow: [/ERR_FAILED/] });
  await chat.frame.getByText(chat.t.welcome).waitFor();
  await chat.page.route("**/api/external/tickets", (route) => route.abort());
  await chat.write("کسی هست؟");
  await eventually(async () => assert.equal(await chat.composer.inputValue(), "کسی هست؟"));
  await chat.page.unroute("**/api/external/tickets");
  await chat.composer.press("Enter");
  await chat.settled("کسی هست؟");
});

browserTest("a visitor may be forgotten, and is somebody else from then on", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id);
  await chat.write("این را فراموش کنید");
  await chat.settled("این را فراموش کنید");
  const kept = () => keptBy(chat, site_id);
  const before = await kept();
  await chat.frame.getByRole("button", { name: chat.t.menu.label }).click();
  await chat.frame.getByRole("menuitem", { name: chat.t.menu.restart }).click();
  await chat.frame.getByRole("button", { name: chat.t.forget.confirm }).click();
  await chat.frame.getByText(chat.t.welcome).waitFor();
  assert.equal(await chat.bubble("این را فراموش کنید").count(), 0);
  await eventually(async () => assert.notEqual(await kept(), before));
});

browserTest("a visitor who cannot tell the server is forgotten here all the same", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id, { allow: [/ERR_FAILED/] });
  await chat.write("بی‌خبر از سرور");
  await chat.settled("بی‌خبر از سرور");
  assert.match((await keptBy(chat, site_id))!, /^[A-Za-z0-9_-]{43}$/);
  await chat.page.route("**/api/external/guests/current", (route) => route.abort());
  await chat.frame.getByRole("button", { name: chat.t.menu.label }).click();
  await chat.frame.getByRole("menuitem", { name: chat.t.menu.restart }).click();
  await chat.frame.getByRole("button", { name: chat.t.forget.confirm }).click();
  await chat.frame.getByText(chat.t.welcome).waitFor();
  assert.equal(await chat.bubble("بی‌خبر از سرور").count(), 0);
  await eventually(async () => assert.equal(await keptBy(chat, site_id), null));
});

browserTest("a window of its own has the same conversation", async (stage) => {
  const chat = await visitChat(stage, street, await street.site());
  await chat.write("در پنجرهٔ جدا");
  await chat.settled("در پنجرهٔ جدا");
  await chat.frame.getByRole("button", { name: chat.t.menu.label }).click();
  const opening = chat.person.context.waitForEvent("page");
  await chat.frame.getByRole("menuitem", { name: chat.t.menu.popout }).click();
  const page = await opening;
  const popped = chatOf({ ...chat.person, page }, "fa", null);
  await sees(popped, "در پنجرهٔ جدا");
  assert.equal(page.url().includes("guest"), false);

  // The page moves on, and there is nobody any more who could say who they are.
  await chat.page.goto("about:blank");
  await page.reload();
  await sees(popped, "در پنجرهٔ جدا");
});

browserTest("a window of its own that is closed leaves the chat where it was", async (stage) => {
  const chat = await visitChat(stage, street, await street.site(), { layout: "inline" });
  await chat.write("در پنجره و صفحه");
  await chat.settled("در پنجره و صفحه");
  const answer = await answerIn(street);
  await chat.frame.getByRole("button", { name: chat.t.menu.label }).click();
  const opening = chat.person.context.waitForEvent("page");
  await chat.frame.getByRole("menuitem", { name: chat.t.menu.popout }).click();
  const page = await opening;
  await sees(chatOf({ ...chat.person, page }, "fa", null), "در پنجره و صفحه");
  await chat.frame.getByText(chat.t.popped.title).waitFor();
  await page.close();
  await sees(chat, "در پنجره و صفحه");
  await chat.online();
  await answer("شنیده می‌شود.");
  await sees(chat, "شنیده می‌شود.");
});

browserTest("who only looks is nobody to the server, until they begin to write", async (stage) => {
  const site_id = await street.site();
  const visitors = async () =>
    (await street.owner.get(`/api/admin/sites/${site_id}`)).body.traffic.guests_total;
  const chat = await visitChat(stage, street, site_id, { layout: "inline" });
  await chat.frame.getByText(chat.t.welcome).waitFor();
  await chat.page.reload();
  await chat.frame.getByText(chat.t.welcome).waitFor();
  await chat.composer.focus();
  assert.equal(await visitors(), 0);
  assert.equal(await keptBy(chat, site_id), null);

  await chat.composer.pressSequentially("این");
  await eventually(async () => assert.match((await keptBy(chat, site_id)) ?? "", /^[\w-]{40,}$/));
  await chat.page.reload();
  await eventually(async () => assert.equal(await chat.composer.inputValue(), "این"));
  await chat.write("این گلدان");
  await chat.settled("این گلدان");
  assert.equal(await visitors(), 1);
});

browserTest(
  "where too many came from one network it says so in minutes, and keeps what was written",
  async (stage) => {
    const site_id = await street.site({ limits: { sessions_ip: 1 } });
    const first = await visitChat(stage, street, site_id);
    await first.write("یک");
    await first.settled("یک");
    const second = await visitChat(stage, street, site_id, { allow: [/429/] });
    await second.write("و من هم");
    await second.frame.getByText(second.t.failed.busyText(3600)).waitFor();
    assert.match(second.t.failed.busyText(3600), /۶۰ دقیقه/);
    await street.change(site_id, { limits: { sessions_ip: 10_000 } });
    await second.frame.getByRole("button", { name: second.t.failed.again }).click();
    await eventually(async () => assert.equal(await second.composer.inputValue(), "و من هم"));
    await second.composer.press("Enter");
    await second.settled("و من هم");
  },
);

browserTest(
  "a window that a stranger opened neither takes a visitor from them nor tells them of one",
  async (stage) => {
    const site_id = await street.site();
    const person = await stage.newPerson({ name: "visitor", allow: [/./] });
    await person.page.goto(put(street.host, { body: "" }));
    const opening = person.context.waitForEvent("page");
    await person.page.evaluate((address) => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      const opened = globalThis.open(address, "_blank", "popup")!;
      addEventListener("message", ({ source, data }) => {
        if (source !== opened) return;
        heard.push(data.type);
        const page = { url: location.href, title: "" };
        const said = { guest_id: "x".repeat(43), identity: null, origin: location.origin, page };
        opened.postMessage({ peyk: 1, type: "start", ...said, locale: "fa", open: true }, "*");
      });
    }, `${server.url}/widget/${site_id}?layout=popout`);
    const chat = chatOf({ ...person, page: await opening }, "fa", null);
    await chat.write("فقط برای فروشگاه");
    await chat.settled("فقط برای فروشگاه");
    assert.deepEqual(await person.page.evaluate("heard"), ["hello"]);
  },
);

browserTest("whom the site vouches for stays that, also with a form filled in", async (stage) => {
  const site_id = await street.site({ look: { hours: closedNow("Europe/London") } });
  const { secret_key, ...site } =
    (await street.owner.post(`/api/admin/sites/${site_id}/keys`, { key: "secret" })).body;
  const chat = await visitChat(stage, street, site_id);
  const identity = await voucher({ ...site, secret_key }, { sub: "customer-7" });
  await chat.page.evaluate(`Peyk.identify(${JSON.stringify(identity)})`);
  const asking = chat.page.waitForRequest(/external\/tickets/);
  await eventually(async () => {
    const rows = await server.app.store.all({
      ...{ sql: "select 1 from guests where external_id is not null", parameters: [] },
    });
    assert.equal(rows.length, 1);
  });
  await chat.frame.locator("input[name=email]").fill("sara@shop.example");
  await chat.frame.locator("textarea[name=content]").fill("گلدانم کی می‌رسد؟");
  await chat.frame.getByRole("button", { name: chat.t.form.leave }).click();
  await asking;
  await chat.settled("گلدانم کی می‌رسد؟");
  const guests = await server.app.store.all<{ external_id: string | null }>({
    sql:
      "select g.external_id from tickets t join guests g on g.id = t.customer_id join sites s on s.id = t.site_id where s.public_id = ?",
    parameters: [site_id],
  });
  assert.deepEqual(guests.map(({ external_id }) => external_id), ["customer-7"]);
});

browserTest("another public key of the site is no end of a chat that is open", async (stage) => {
  const site_id = await street.site();
  const chat = await visitChat(stage, street, site_id, { allow: [/status of 40\d/] });
  await chat.frame.getByText(chat.t.welcome).waitFor();
  await street.owner.post(`/api/admin/sites/${site_id}/keys`, { key: "public" });
  await chat.write("هنوز اینجایم");
  await chat.settled("هنوز اینجایم");
});

Deno.test("the scripts of the opened chat are within their budget", async () => {
  const html = await (await fetch(`${server.url}/widget/${await street.site()}?locale=fa`)).text();
  // All that is loaded at first is announced in the page: none is found only when another has come.
  const paths = new Set(html.match(/\/_fresh\/js\/[^"]+\.js/g));
  let bytes = 0;
  for (const path of paths) {
    const text = await (await fetch(server.url + path)).text();
    bytes += gzipSync(text).length;
    for (const sign of ["ZodError", "safeParse"]) assert.equal(text.includes(sign), false, `zod in ${path}`);
  }
  assert(paths.size >= 3, "the scripts were not seen");
  assert(bytes <= 60 * KB, `scripts of ${bytes} bytes`);
});

for (const locale of ["fa", "en"] as const) {
  browserTest(
    `${locale}: where many talk one sees how many are here, and who speaks for the site`,
    async (stage) => {
      const site_id = await street.site({ mode: "room" });
      const agent = await street.sara.socket();
      const first = await visitChat(stage, street, site_id, { locale });
      await first.write("آیا ظرف‌ها را می‌شود در فر گذاشت؟");
      await first.settled("در فر گذاشت");
      const answer = await answerIn(street);
      await answer("تا ۲۲۰ درجه، بله.");
      const second = await visitChat(stage, street, site_id, { locale });
      await sees(second, "تا ۲۲۰ درجه");
      const { status, team } = second.t;
      const here = status.here(3) + status.comma + status.agentOnline("سارا احمدی");
      await second.frame.locator(".widget-status").getByText(here, { exact: true }).waitFor({
        timeout: PATIENCE,
      });

      const author = (words: string) => second.bubble(words).first().locator(".bub-author");
      assert.equal(await author("تا ۲۲۰ درجه").locator("b").innerText(), "سارا احمدی");
      assert.equal(await author("تا ۲۲۰ درجه").locator(".bub-mark").innerText(), team);
      assert.equal(await author("در فر گذاشت").locator(".bub-mark").count(), 0);
      await agent.close();
    },
  );
}

browserTest("nothing that only members use is fetched by a visitor", async (stage) => {
  const fetched: Promise<string>[] = [];
  const person = await stage.newPerson({ name: "visitor" });
  person.page.on("response", (response) => {
    if (response.url().includes("/_fresh/js/")) fetched.push(response.text());
  });
  const chat = await visitChat(stage, street, await street.site(), { person });
  await chat.write("وقت بخیر");
  await chat.settled("وقت بخیر");
  // A menu comes with all that is wanted when one acts on something.
  await chat.bubble("وقت بخیر").first().click({ button: "right" });
  await chat.frame.getByRole("menuitem", { name: chat.chat.message.copy }).waitFor();
  const scripts = (await Promise.all(fetched)).join("");
  assert(scripts.includes(actsText("fa").done.textCopied), "what is fetched later was not seen");
  for (const { square, report, keys } of [membersText("fa"), membersText("en")]) {
    for (const words of [square.text, report.lead, keys.title]) {
      assert.equal(scripts.includes(words), false, words);
    }
  }
});

browserTest("only pages on the list may show it", async (stage) => {
  const site_id = await street.site({ domains: ["shop.example"] });
  const answer = await fetch(`${server.url}/widget/${site_id}`);
  const policy = answer.headers.get("content-security-policy")!;
  assert.match(policy, /frame-ancestors 'self' https:\/\/shop\.example http:\/\/shop\.example(;|$)/);
  assert.equal(answer.headers.get("set-cookie"), null);
  await answer.body?.cancel();
  const person = await stage.newPerson({ name: "stranger", allow: [/frame-ancestors|refused|Framing/i] });
  await person.page.goto(
    put(street.host, { body: `<iframe src="${server.url}/widget/${site_id}"></iframe>` }),
  );
  await eventually(() => {
    const [, frame] = person.page.frames();
    assert.match(frame!.url(), /^chrome-error:/);
  });
});
