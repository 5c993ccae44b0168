/** What is said from outside, where admins and members see it. */
import assert from "node:assert/strict";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { fullTime } from "@/lib/i18n/dates.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { addSite, visit } from "../support/visitor.ts";
import { enterAdmin } from "./admin_states.ts";
import { counts, enter, eventually } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const t = adminText("en");
const shop = await addSite(server, { name: "Kiln shop", mode: "global" });
const desk = await addSite(server, { name: "Help desk", mode: "support" });
const blog = await addSite(server, { name: "Workshop blog", mode: "room" });
const emma = await visit(server, shop, { name: "Emma" });
const omid = await visit(server, desk, { name: "Omid" });
const reader = await visit(server, blog, { name: "Reader" });
const { body: ticket } = await omid.post("/api/external/tickets", {});
await emma.post("/api/messages/", { content: "Do you ship to Rotterdam?" });
await emma.post("/api/messages/", { content: "Buy cheap glaze" });
await omid.post("/api/messages/", {
  content: "My order is late",
  conversation_id: ticket.conversation_id,
});
await reader.post("/api/messages/", {
  content: "Nice kiln",
  conversation_id: reader.session.conversation_id,
});

browserTest("messages are narrowed down, deleted, and opened where they stand", async (stage) => {
  const { page } = await enterAdmin(stage, server, "/admin/messages", { locale: "en" });
  const row = (text: string) => page.locator("article").filter({ hasText: text });
  await row("Do you ship").getByText(t.messages.externalOf("Kiln shop")).waitFor();
  await page.getByText(t.messages.sources.app, { exact: true }).click();
  await page.waitForURL(/source=app/);
  await page.getByText(t.messages.noneTitle).waitFor();
  await page.goto("/admin/messages");
  await page.getByRole("combobox", { name: t.messages.site }).selectOption(shop.site_id);
  await page.waitForURL(/site=st_/);
  await counts(page.locator("article"), 2);

  await page.waitForLoadState("networkidle");
  await row("Buy cheap").getByRole("button", { name: t.messages.deleteLabel("Emma") }).click();
  await page.getByRole("dialog").getByRole("button", { name: t.messages.delete, exact: true }).click();
  await page.getByText(t.messages.gone).waitFor();
  await counts(page.getByText("Buy cheap"), 0);
  await counts(page.getByText(t.messages.deleted, { exact: true }), 1);

  for (const text of ["Do you ship to Rotterdam?", "Nice kiln", "My order is late"]) {
    await page.goto("/admin/messages");
    await row(text).getByRole("link").click();
    await page.waitForURL("**/chat**");
    await page.getByRole("log").getByText(text).waitFor();
    assert.notEqual(new URL(page.url()).pathname, "/admin/messages");
  }
});

browserTest("whoever is in the room of everybody sees from which site somebody writes", async (stage) => {
  const room = await enter(stage, server, "leila", { locale: "en" });
  const row = room.row("Do you ship to Rotterdam?");
  await row.getByText("Kiln shop").waitFor();
  await emma.post("/api/messages/", { content: "Anybody there?" });
  await room.settled("Anybody there?");
  await eventually(async () => assert.equal(await room.page.getByText("Emma").count() > 0, true));
});

browserTest("times in the panel are of where one is, whatever page one comes to first", async (stage) => {
  const { page, context } = await enterAdmin(stage, server, "/admin/messages", { locale: "en" });
  const timeZone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const told = async () => (await context.cookies()).find(({ name }) => name === "peyk_zone")?.value;
  /** As the server has it where it was told otherwise. */
  const elsewhere = () =>
    context.addCookies([{ name: "peyk_zone", value: "Pacific/Auckland", url: server.url }]);

  await elsewhere();
  await page.goto("/admin/messages");
  const time = page.locator("article time").first();
  const dates = { locale: "en", calendar: "gregory", timeZone } as const;
  await eventually(async () => {
    const at = Date.parse((await time.getAttribute("datetime"))!);
    assert.equal(await time.getAttribute("title"), fullTime(dates, at));
  });
  assert.equal(await told(), timeZone);

  // Also where nothing but the foot of the rail is alive.
  await elsewhere();
  await page.goto("/admin/sites");
  await eventually(async () => assert.equal(await told(), timeZone));
});
