/** A visitor of a site who asks, and an agent who answers in the chat. */
import assert from "node:assert/strict";
import type { Locator } from "playwright-core";
import { deskText } from "@/lib/i18n/desk/mod.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { addSite, visit } from "../support/visitor.ts";
import { enter } from "./room.ts";
import { lookFor } from "./search_states.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const owner = await server.owner();
const agent = await server.person("agent", { first_name: "نیلوفر", last_name: "کریمی" });
await owner.patch(`/api/admin/users/${agent.me.id}`, { role: "agent" });
const site = await addSite(server, { name: "فروشگاه آفتاب" });
const shared = await addSite(server, { name: "سفالینه", mode: "global" });
const desk = deskText("fa").customer;

browserTest(
  "an agent reads what a visitor asks as it comes, and the visitor hears the answer",
  async (stage) => {
    const guest = await visit(server, site, { name: "سارا" });
    const { conversation_id } = (await guest.post("/api/external/tickets", {})).body;
    const ask = (content: string) => guest.post("/api/messages", { content, conversation_id });
    await ask("سفارش من کی می‌رسد؟");

    const room = await enter(stage, server, "agent", { path: `/chat/c/${conversation_id}` });
    await room.row("سفارش من کی می‌رسد؟").getByText(site.name).waitFor();
    // Called by who asked, since nothing was said about what.
    await room.page.getByRole("heading", { name: "سارا" }).first().waitFor();
    await room.page.locator("header").getByText(`\u2068#۱\u2069 · \u2068${site.name}\u2069`).waitFor();
    await room.page.getByText(room.t.room.beginningTicket("سارا", site.name), { exact: true }).waitFor();
    const socket = await guest.socket();
    await socket.ask({ type: "chat:join", conversation_id });
    await ask("شمارهٔ سفارش ۱۲۳۴ است.");
    await room.row("شمارهٔ سفارش ۱۲۳۴ است.").waitFor();
    await room.write("همین امروز.");
    await socket.next(({ message }) => message?.content === "همین امروز.");
    await socket.close();
  },
);

browserTest(
  "an agent sees who asks, from where, and where to answer them, as soon as they say it",
  async (stage) => {
    const guest = await visit(server, site, { name: "سارا" });
    const { conversation_id, number } =
      (await guest.post("/api/external/tickets", { subject: "گلدان شکسته" }))
        .body;
    const ask = (content: string) => guest.post("/api/messages", { content, conversation_id });
    await ask("سلام");
    const room = await enter(stage, server, "agent", { path: `/chat/c/${conversation_id}` });
    const { page, t } = room;
    await page.getByRole("heading", { name: "گلدان شکسته", level: 1 }).waitFor();
    const panel = page.getByRole("complementary", { name: t.members.customer });
    await panel.getByRole("heading", { name: "سارا" }).waitFor();
    for (const text of [desk.noEmail, site.name, desk.unverified, desk.unverifiedText]) {
      await panel.getByText(text, { exact: true }).waitFor();
    }
    await panel.getByText(`#${new Intl.NumberFormat("fa").format(number)}`, { exact: true }).waitFor();

    // The form outside of hours says it with the message.
    const { guest_id } = guest.session;
    await guest.post("/api/external/guests", { guest_id, name: "سارا احمدی", email: "sara@post.example" });
    await ask("نشانی‌ام را نوشتم.");
    const address = panel.getByRole("link", { name: "sara@post.example" });
    await address.waitFor();
    assert.equal(await address.getAttribute("href"), "mailto:sara%40post.example");
    await panel.getByRole("heading", { name: "سارا احمدی" }).waitFor();
    await page.locator("header p").getByText("سارا احمدی").waitFor();

    const button = page.getByRole("button", { name: t.members.customer });
    await button.click();
    await panel.waitFor({ state: "hidden" });
    await button.click();
    await panel.waitFor();
  },
);

browserTest("without scripts an agent sees the same", async (stage) => {
  const guest = await visit(server, site, { name: "Omid", email: "omid@post.example" });
  const { conversation_id } = (await guest.post("/api/external/tickets", {})).body;
  const room = await enter(stage, server, "agent", {
    path: `/chat/c/${conversation_id}`,
    javaScript: false,
  });
  const panel = room.page.getByRole("complementary", { name: room.t.members.customer });
  await panel.getByText("omid@post.example").waitFor();
  await panel.getByText(site.name).waitFor();
});

browserTest("what a visitor said is marked where it is answered, quoted, found and pinned", async (stage) => {
  // Called as a member is, which nobody refuses them.
  const guest = await visit(server, shared, { name: "لیلا رضایی" });
  const { conversation_id } = guest.session;
  const asked =
    (await guest.post("/api/messages", { content: "رمزها را کجا نوشته‌ایم؟", conversation_id })).body;
  await owner.put(`/api/messages/${asked.id}/pin`, {});
  const room = await enter(stage, server, "agent");
  const { page, t } = room;
  const label = `${t.message.external}: ${shared.name}`;
  const marked = (place: Locator) => place.filter({ hasText: label }).first().waitFor();
  const row = room.row(asked.content);
  await marked(row);
  await marked(page.getByRole("group", { name: t.pins.label }));

  await row.hover();
  await row.getByRole("button", { name: t.message.reply, exact: true }).click();
  await marked(page.locator(".composer-notice"));
  await room.write("این‌جا نه.");
  await marked(room.row("این‌جا نه.").getByRole("link"));
  // Of what a member said there is nothing to tell.
  assert.equal(await room.row("این‌جا نه.").locator("header").getByText(shared.name).count(), 0);

  const aloud = page.locator("[role=status]", { hasText: `لیلا رضایی (${shared.name}): باشه` });
  await guest.post("/api/messages", { content: "باشه", conversation_id });
  await aloud.waitFor({ state: "attached" });

  await server.app.indexing.settled();
  await lookFor(room, "رمزها");
  await marked(page.getByRole("option"));
});
