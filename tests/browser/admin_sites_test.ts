/** External sites in the admin panel, in real browsers: made, changed, cut off, and what it says on the way. */
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { addSite, ownerOf } from "../support/visitor.ts";
import { enterAdmin } from "./admin_states.ts";
import { counts, enter, eventually, holds } from "./room.ts";
import { openSettings, REFUSALS } from "./settings_states.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const chip = (page: Page, domain: string) => page.locator("code", { hasText: domain });
const said = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor();

for (const locale of ["fa", "en"] as const) {
  const t = adminText(locale);

  browserTest(`a site is made, and its secret is shown this once: ${locale}`, async (stage) => {
    const { page, context } = await enterAdmin(stage, server, "/chat", { locale, allow: [REFUSALS] });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("link", { name: t.title, exact: true }).click();
    await page.waitForURL("**/admin");
    await page.getByRole("link", { name: t.list.add }).first().click();
    await page.waitForURL("**/admin/sites/new");
    await page.waitForLoadState("networkidle");
    await page.locator("#name").fill("کوره");
    await page.locator("#domains").fill("https://kiln.example/shop");
    await page.locator("#domains").press("Enter");
    await chip(page, "kiln.example").waitFor();
    await page.locator("#domains").fill("kiln.example");
    await page.locator("#domains").press("Enter");
    await said(page, t.site.domainTwice);
    await page.locator("#domains").fill("");
    await page.getByRole("button", { name: t.site.create }).click();

    const dialog = page.getByRole("dialog", { name: t.site.secretTitle });
    await dialog.waitFor();
    const secret = await dialog.locator("code").innerText();
    assert.match(secret, /^sk_[A-Za-z0-9_-]{43}$/);
    await dialog.getByRole("button", { name: t.site.secretCopy }).click();
    await said(page, t.site.copied);
    assert.equal(await page.evaluate("navigator.clipboard.readText()"), secret);
    await dialog.getByRole("button", { name: t.site.secretDone }).click();
    await page.waitForURL(/\/admin\/sites\/st_/);

    await page.getByRole("button", { name: t.site.copy, exact: true }).first().click();
    const id = page.url().split("/").at(-1)!;
    await eventually(async () =>
      assert.deepEqual(String(await page.evaluate("navigator.clipboard.readText()")).split("\n"), [
        `<script src="${server.url}/widget.js" data-site-id="${id}" async></script>`,
        '<div id="chat-container"></div>',
      ])
    );
    await page.reload();
    assert.ok(!(await page.content()).includes(secret), "told once");
  });

  browserTest(`what is wrong is said at its field, and one goes on there: ${locale}`, async (stage) => {
    const site = await addSite(server, { name: "Glaze", domains: ["glaze.example"] });
    const path = `/admin/sites/${site.site_id}`;
    const { page } = await enterAdmin(stage, server, path, { locale, allow: [REFUSALS] });
    await page.locator("#domains").fill("my_shop@example");
    await page.locator("#domains").press("Enter");
    await said(page, t.site.domainInvalid("my_shop@example"));
    // What looks like one here, and is none to the server.
    await page.locator("#domains").fill("*.example");
    await page.locator("#domains").press("Enter");
    await chip(page, "*.example").waitFor();
    await page.getByRole("button", { name: t.live.save }).click();
    await eventually(async () => assert.equal(await page.evaluate("document.activeElement.id"), "domains"));
    await page.locator("#domains[aria-invalid=true]").waitFor();
    await page.getByRole("button", { name: t.site.removeDomain("*.example") }).click();
    await page.locator("#domains[aria-invalid]").waitFor({ state: "detached" });

    await page.locator("#primary_color").fill("#12");
    await said(page, t.site.colorInvalid);
    await page.getByRole("button", { name: t.site.swatches.lapis }).click();
    await holds(page.locator("#primary_color"), "#31509d");
    await page.locator("#name").fill(" ");
    await page.getByRole("button", { name: t.live.save }).click();
    await page.locator("#name[aria-invalid=true]:focus").waitFor();
    await page.getByRole("button", { name: t.site.discard }).click();
    await holds(page.locator("#name"), "Glaze");
    await counts(page.getByRole("button", { name: t.site.discard }), 0);
    const kept = await server.app.sites.known.bySiteId(site.site_id);
    assert.deepEqual([kept!.name, kept!.domains], ["Glaze", ["glaze.example"]]);
  });
}

const t = adminText("en");

browserTest(
  "a site is locked, cut off, taken back and removed; a new key ends the old one, and that alone",
  async (stage) => {
    const site = await addSite(server, { name: "Workshop", domains: ["workshop.example"] });
    const path = `/admin/sites/${site.site_id}`;
    const { page } = await enterAdmin(stage, server, path, { locale: "en" });
    await page.getByText(t.site.lockedHint).click();
    await said(page, t.live.unsaved);
    await page.getByRole("button", { name: t.live.save }).click();
    await page.locator("main header").first().getByText(t.states.locked).waitFor();
    assert.equal((await server.app.sites.known.bySiteId(site.site_id))!.locked, true);

    await page.getByRole("button", { name: t.site.rotateSecret }).click();
    await page.getByRole("dialog", { name: t.site.rotateTitle }).getByRole("button", { name: t.live.cancel })
      .click();
    assert.ok(await server.app.sites.known.bySecret(site.secret_key), "asked, and kept");
    await page.getByRole("button", { name: t.site.rotateSecret }).click();
    await page.getByRole("button", { name: t.site.rotateConfirm }).click();
    const dialog = page.getByRole("dialog", { name: t.site.secretTitle });
    const secret = await dialog.locator("code").innerText();
    assert.notEqual(secret, site.secret_key);
    assert.equal(await server.app.sites.known.bySecret(site.secret_key), null);
    assert.ok(await server.app.sites.known.bySecret(secret));
    await dialog.getByRole("button", { name: t.site.secretDone }).click();

    const key = page.locator("dd code", { hasText: /^pk_/ });
    await page.getByRole("button", { name: t.site.rotatePublic }).click();
    const question = page.getByRole("dialog", { name: t.site.rekeyTitle });
    await question.getByText(t.site.rekeyText).waitFor();
    await question.getByRole("button", { name: t.live.cancel }).click();
    assert.ok(await server.app.sites.known.byKey(site.site_key), "asked, and kept");
    await page.getByRole("button", { name: t.site.rotatePublic }).click();
    await question.getByRole("button", { name: t.site.rotateConfirm }).click();
    await said(page, t.done.rekeyed);
    assert.equal(await server.app.sites.known.byKey(site.site_key), null);
    await eventually(async () => assert.ok(await server.app.sites.known.byKey(await key.innerText())));
    assert.ok(await server.app.sites.known.bySecret(secret), "one key is not the other");

    await page.getByRole("button", { name: t.site.revoke, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: t.site.revoke, exact: true }).click();
    await page.locator("main header").first().getByText(t.states.revoked).waitFor();
    await page.getByRole("button", { name: t.site.restore }).click();
    await page.locator("main header").first().getByText(t.states.locked).waitFor();
    await page.getByRole("button", { name: t.site.remove, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: t.site.remove, exact: true }).click();
    await page.waitForURL("**/admin/sites?done=removed");
    await said(page, t.done.removed);
    await counts(page.getByText("workshop.example"), 0);
  },
);

browserTest("the preview is the chat itself, and follows what is typed", async (stage) => {
  const site = await addSite(server, { name: "Tiles", primary_color: "#0f6f7c", look: { locale: "en" } });
  const { page } = await enterAdmin(stage, server, `/admin/sites/${site.site_id}`, { locale: "en" });
  const preview = page.locator("[data-preview]");
  const chat = preview.frameLocator("iframe");
  await chat.getByRole("heading", { name: "Tiles" }).waitFor();
  await page.locator("[id='look.title']").fill("کاشی");
  await chat.getByRole("heading", { name: "کاشی" }).waitFor();
  await page.locator("[id='look.welcome']").fill("Ask us anything");
  await chat.getByText("Ask us anything").waitFor();
  // What a visitor might say looks as if it had been sent.
  const said = chat.locator(".brow-own");
  await said.getByText(chatText("en").list.sent).waitFor({ state: "attached" });
  assert.equal(await said.getAttribute("aria-busy"), null);
  await page.getByText(t.site.locales.fa).click();
  await chat.locator("html[dir=rtl]").waitFor();
  await chat.getByText("Ask us anything").waitFor();

  await page.locator("#primary_color").fill("#ffd400");
  await page.getByText(/^Black text 1\d\.\d : 1, AA$/).waitFor();
  const shade = () =>
    chat.locator("html").evaluate((root) => getComputedStyle(root).getPropertyValue("--site").trim());
  await eventually(async () => assert.equal(await shade(), "#ffd400"));
  await page.getByRole("button", { name: t.site.dark, exact: true }).click();
  await chat.locator("html[data-theme=dark]").waitFor();
  await page.getByText(t.site.positions.left).click();
  await preview.locator("iframe.stage-left").waitFor();

  // What is asked before the first message is seen, and nothing of it can be pressed.
  await page.getByText(t.site.prechatHint).click();
  await chat.locator("input").first().waitFor();
  assert.equal(await chat.locator("body").evaluate((body) => (body as HTMLElement).inert), true);
  assert.equal((await server.app.sites.get(await ownerOf(server), site.site_id)).traffic.guests_total, 0);
});

browserTest(
  "two admins who change other things do not undo each other, and nothing is lost",
  async (stage) => {
    const site = await addSite(server, { name: "Vases", domains: ["vases.example"] });
    const path = `/admin/sites/${site.site_id}`;
    const one = await enterAdmin(stage, server, path, { locale: "en", allow: [REFUSALS] });
    const other = await enterAdmin(stage, server, path, { locale: "en" });
    await one.page.locator("#name").fill("Vases & bowls");
    await one.page.getByRole("button", { name: t.live.save }).click();
    await said(one.page, t.live.saved);
    await other.page.locator("[id='look.welcome']").fill("Hello");
    await other.page.getByRole("button", { name: t.live.save }).click();
    await said(other.page, t.live.saved);
    const kept = await server.app.sites.known.bySiteId(site.site_id);
    assert.deepEqual([kept!.name, kept!.look.welcome], ["Vases & bowls", "Hello"]);
    await other.page.getByRole("heading", { name: "Vases & bowls" }).waitFor();

    await one.context.setOffline(true);
    await one.page.locator("#name").fill("Bowls");
    await one.page.getByRole("button", { name: t.live.save }).click();
    await said(one.page, t.live.offline);
    assert.equal(await one.page.locator("#name").inputValue(), "Bowls");
    await one.context.setOffline(false);
    let asked = 0;
    one.page.on("dialog", (dialog) => {
      asked++;
      void dialog.dismiss();
    });
    await one.page.getByRole("link", { name: t.site.back }).click();
    await eventually(() => assert.equal(asked, 1, "leaving what is not saved is asked about"));
    assert.ok(one.page.url().endsWith(path));
    await one.page.getByRole("button", { name: t.live.save }).click();
    await said(one.page, t.live.saved);
    await one.page.getByRole("link", { name: t.site.back }).click();
    await one.page.waitForURL("**/admin/sites");
    assert.equal(asked, 1);
  },
);

browserTest("hours are set day by day", async (stage) => {
  const site = await addSite(server, { name: "Shop" });
  const { page } = await enterAdmin(stage, server, `/admin/sites/${site.site_id}`, {
    locale: "en",
    allow: [REFUSALS],
  });
  await page.getByText(t.site.hoursHint).click();
  const monday = page.getByRole("group", { name: t.site.days[0], exact: true });
  await counts(monday.locator("input[type=time]:visible"), 2);
  await page.getByRole("button", { name: t.site.addSpan(t.site.days[0]!) }).click();
  await page.getByRole("button", { name: t.site.removeSpan(t.site.days[4]!) }).click();
  await page.locator("[name='hours.1.0.to']").fill("00:00");
  await page.getByRole("button", { name: t.live.save }).click();
  await said(page, t.live.saved);
  const { look } = (await server.app.sites.known.bySiteId(site.site_id))!;
  assert.deepEqual(look.hours!.days[0], [{ from: "09:00", to: "17:00" }, { from: "20:00", to: "22:00" }]);
  assert.deepEqual(look.hours!.days[1], [{ from: "09:00", to: "24:00" }]);
  assert.deepEqual(look.hours!.days[4], []);
  await page.locator("[name='hours.2.0.to']").fill("08:00");
  await page.getByRole("button", { name: t.live.save }).click();
  await said(page, t.site.hoursWrong);
});

browserTest("whoever is no admin sees no way to the panel, and finds nothing there", async (stage) => {
  const room = await enter(stage, server, "leila", { allow: [REFUSALS] });
  assert.equal(await room.page.locator('a[href="/admin"]').count(), 0);
  const answer = await room.page.goto(`${server.url}/admin/sites`);
  assert.equal(answer!.status(), 404);
  await openSettings(room.page, "/settings");
  assert.equal(await room.page.locator('a[href="/admin"]').count(), 0);
});
