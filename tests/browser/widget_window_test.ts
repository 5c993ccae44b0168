/** The chat of a site in a window of its own: whose it is, and what the page that opened it hears. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { eventually } from "./room.ts";
import { chatOf, keptBy, openStreet, sees, visitChat } from "./widget.ts";

const server = await startServer({ built: true });
const street = await openStreet(server);
Deno.test.afterAll(async () => {
  await street.stop();
  await server.stop();
});

browserTest(
  "who lets themselves be forgotten there is somebody else in the page that opened it too",
  async (stage) => {
    const site_id = await street.site();
    const chat = await visitChat(stage, street, site_id);
    await chat.write("این را فراموش کنید");
    await chat.settled("این را فراموش کنید");
    const before = await keptBy(chat, site_id);
    await chat.frame.getByRole("button", { name: chat.t.menu.label }).click();
    const opening = chat.person.context.waitForEvent("page");
    await chat.frame.getByRole("menuitem", { name: chat.t.menu.popout }).click();
    const popped = chatOf({ ...chat.person, page: await opening }, "fa", null);
    await sees(popped, "این را فراموش کنید");
    const { page, t } = popped;
    await page.getByRole("button", { name: t.menu.label }).click();
    await page.getByRole("menuitem", { name: t.menu.restart }).click();
    await page.getByRole("button", { name: t.forget.confirm }).click();
    await page.getByText(t.welcome).waitFor();
    await eventually(async () => assert.notEqual(await keptBy(chat, site_id), before));

    // Back in the page, and on the next one, they are who they were there last, and not who they were before.
    await popped.write("از نو سلام");
    await popped.settled("از نو سلام");
    await page.close();
    await chat.page.locator("[aria-expanded]").first().click();
    await sees(chat, "از نو سلام");
    await eventually(async () => assert.equal(await chat.bubble("این را فراموش کنید").count(), 0));
    await chat.page.reload();
    await sees(chat, "از نو سلام");
    assert.equal(await chat.bubble("این را فراموش کنید").count(), 0);
  },
);
