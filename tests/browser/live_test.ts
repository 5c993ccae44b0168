/** Two people at two browsers. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { counts, enter, eventually, holds, roomOf } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

browserTest("from the front page to the first message in one form", async ({ newPerson }) => {
  const person = await newPerson({ name: "leila", baseURL: server.url });
  const { page } = person;
  let documents = 0;
  page.on("request", (request) => request.isNavigationRequest() && documents++);

  await page.goto("/");
  await page.locator("a[href^='/register']").click();
  await page.waitForURL("**/register**");
  await counts(page.locator("form[action='/register'] input:visible"), 3);
  await page.locator("[name=name]").fill("لیلا رضایی");
  await page.locator("[name=email]").fill("first@peyk.test");
  await page.locator("[name=password]").fill("leila-password");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/chat");
  const room = roomOf(person);
  await room.online();
  await room.composer.fill("سلام به همه");
  await room.composer.press("Enter");
  await room.settled("سلام به همه");

  // "/" and "/login", "/register", its POST and "/chat".
  assert(documents <= 5, `${documents} documents`);
  await holds(room.composer, "");
  await counts(room.row("سلام به همه").getByText("لیلا رضایی"), 1);
});

browserTest("two browsers see each other at once, both ways, once", async (stage) => {
  const leila = await enter(stage, server, "leila");
  const arash = await enter(stage, server, "arash", { locale: "en" });
  const reloads: string[] = [];
  for (const { page } of [leila, arash]) page.on("framenavigated", () => reloads.push("!"));

  await leila.write("سلام آرش، صدا می‌آید؟");
  await arash.row("سلام آرش، صدا می‌آید؟").waitFor();
  await arash.write("Loud and clear");
  await leila.row("Loud and clear").waitFor();
  for (let n = 1; n <= 5; n++) {
    await leila.write(`از لیلا ${n}`);
    await arash.write(`from arash ${n}`);
  }
  await eventually(async () => assert.equal((await leila.texts()).length, 13));
  await eventually(async () => assert.deepEqual(await arash.texts(), await leila.texts()));
  const texts = await leila.texts();
  assert.equal(new Set(texts).size, texts.length, "something is there twice");
  // Each keeps the order in which they wrote.
  assert.deepEqual(
    texts.filter((text) => text.startsWith("from arash")),
    [1, 2, 3, 4, 5].map((n) => `from arash ${n}`),
  );
  await counts(leila.log.locator("[aria-busy]"), 0);
  assert.deepEqual(reloads, []);
});
