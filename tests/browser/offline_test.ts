/** The line goes and comes back: nothing written is lost, nothing is there twice. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { Stage } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import type { Client } from "../support/client.ts";
import type { PersonOptions } from "../support/person.ts";
import { CUT_LINE, openLine } from "./line.ts";
import { counts, enter, eventually, holds, PATIENCE } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

/** Leila behind a line of her own, and Arash beside it, by program. */
async function scene(stage: Stage, name: string, options: PersonOptions = {}) {
  const line = openLine(server.url);
  const room = await enter(stage, line, name, { allow: [CUT_LINE], ...options });
  // What says that there is no line comes a moment after the page; it reads aloud as well.
  await room.page.locator("[aria-live=polite].sr-only").first().waitFor({ state: "attached" });
  const arash = server.anybody();
  await arash.register({
    email: `arash-${name}@peyk.test`,
    password: "arash-password",
    username: `arash-${name}`,
  });
  return { line, room, arash, [Symbol.asyncDispose]: () => line.close() };
}

/** What the server has of these texts, oldest first. */
async function kept(client: Client, texts: readonly string[]): Promise<string[]> {
  const { body } = await client.get("/api/messages?page_size=100");
  const all: { content: string }[] = body.results;
  return all.map(({ content }) => content).filter((content) => texts.includes(content)).reverse();
}

browserTest("what is written offline waits, survives a reload and is sent once", async (stage) => {
  await using at = await scene(stage, "offline");
  const { room, line, arash } = at;
  const { page, t } = room;
  await room.write("پیش از قطع");
  await room.settled("پیش از قطع");

  line.cut();
  await room.offline();
  await page.getByText(t.connection.offline).waitFor();
  assert(await room.composer.isEditable());
  await room.write("نخستین در قطعی");
  await room.write("دومین در قطعی");
  const texts = ["نخستین در قطعی", "دومین در قطعی"];
  for (const text of texts) {
    assert.equal(await room.row(text).getAttribute("aria-busy"), "true");
    await counts(room.row(text).getByText(t.message.pending), 1);
  }
  assert.deepEqual(await kept(arash, texts), []);

  // The page comes, and no socket: nothing can be sent.
  line.refuseSockets(true);
  line.mend();
  await page.reload();
  await room.row("دومین در قطعی").waitFor();
  const last = async () => (await room.texts()).slice(-3);
  await eventually(async () => assert.deepEqual(await last(), ["پیش از قطع", ...texts]));
  assert.equal(await room.row("نخستین در قطعی").getAttribute("aria-busy"), "true");
  assert.deepEqual(await kept(arash, texts), []);

  line.refuseSockets(false);
  await room.online();
  for (const text of texts) await room.settled(text);
  assert.deepEqual(await kept(arash, texts), texts);
  await page.reload();
  await room.online();
  await eventually(async () => assert.deepEqual(await last(), ["پیش از قطع", ...texts]));
  await counts(room.log.locator("[aria-busy]"), 0);
});

browserTest("an answer lost on its way is no second message", async (stage) => {
  await using at = await scene(stage, "lost-ack");
  const { room, line, arash } = at;
  line.swallowAnswers();
  // Nor does another connection bring it before one has looked.
  line.refuseSockets(true);
  await room.write("یک بار و نه دو بار");
  await eventually(async () =>
    assert.deepEqual(await kept(arash, ["یک بار و نه دو بار"]), ["یک بار و نه دو بار"])
  );
  // Committed, and the one who wrote it does not know.
  assert.equal(await room.row("یک بار و نه دو بار").getAttribute("aria-busy"), "true");
  line.cut();
  await room.offline();
  line.refuseSockets(false);
  line.mend();
  await room.online();
  await room.settled("یک بار و نه دو بار");
  await counts(room.row("یک بار و نه دو بار"), 1);
  assert.deepEqual(await kept(arash, ["یک بار و نه دو بار"]), ["یک بار و نه دو بار"]);
});

browserTest("what others changed meanwhile arrives: new, edited, deleted", async (stage) => {
  await using at = await scene(stage, "away");
  const { room, line, arash } = at;
  const say = async (content: string) => (await arash.post("/api/messages", { content })).body;
  const first = await say("این می‌ماند");
  const wrong = await say("این غلط دارد");
  const gone = await say("این پاک می‌شود");
  await room.row("این پاک می‌شود").waitFor();
  line.cut();
  await room.offline();
  await arash.patch(`/api/messages/${wrong.id}/`, { content: "این درست شد" });
  await arash.delete(`/api/messages/${gone.id}/`);
  for (let n = 1; n <= 230; n++) await say(`در غیبت ${n}`);
  assert.equal(await room.row("این درست شد").count(), 0);

  line.mend();
  await room.row("در غیبت 230").waitFor({ timeout: PATIENCE });
  await counts(room.row("این درست شد").getByText(room.t.message.edited), 1);
  await counts(room.row("این غلط دارد"), 0);
  await counts(room.row("این پاک می‌شود"), 0);
  await counts(room.log.getByText(room.t.message.deleted), 1);
  await counts(room.row(first.content), 1);
  const missed = async () => (await room.texts()).filter((text) => text.startsWith("در غیبت"));
  const wanted = Array.from({ length: 230 }, (_, n) => `در غیبت ${n + 1}`);
  await eventually(async () => assert.deepEqual(await missed(), wanted));
});

browserTest("the server restarts on its data: writers come back by themselves", async (stage) => {
  const first = await startServer({
    built: true,
    data_dir: await Deno.makeTempDir({ prefix: "peyk-restart-" }),
  });
  const line = openLine(first.url);
  const leila = await enter(stage, line, "leila", { allow: [CUT_LINE] });
  const arash = await enter(stage, line, "arash", { allow: [CUT_LINE], locale: "en" });
  await leila.write("پیش از راه‌اندازی دوباره");
  await arash.row("پیش از راه‌اندازی دوباره").waitFor();
  await first.stop();
  await leila.offline();
  await leila.write("وقتی سرور نبود");
  const second = await startServer({ built: true, data_dir: first.data_dir });
  line.lead(second.url);
  try {
    await leila.online();
    await arash.row("وقتی سرور نبود").waitFor();
    await leila.settled("وقتی سرور نبود");
    const wanted = ["پیش از راه‌اندازی دوباره", "وقتی سرور نبود"];
    await leila.shows(wanted);
    await arash.shows(wanted);
  } finally {
    await line.close();
    await second.stop();
    await Deno.remove(first.data_dir, { recursive: true });
  }
});

browserTest("a browser that is told of no network says so before the socket notices", async (stage) => {
  await using at = await scene(stage, "told");
  const { room, line } = at;
  // The line swallows everything, as a network that has gone away does: no connection is closed.
  line.swallowAnswers();
  await room.page.context().setOffline(true);
  await room.offline();
  await room.write("بدون شبکه");
  assert.equal(await room.row("بدون شبکه").getAttribute("aria-busy"), "true");
  await room.page.context().setOffline(false);
  await room.online();
  await room.settled("بدون شبکه");
});

browserTest("what cannot wait says so, and an edit stays in the field", async (stage) => {
  await using at = await scene(stage, "cannot");
  const { room, line, arash } = at;
  const { page, t } = room;
  await room.write("از من");
  await room.settled("از من");
  line.cut();
  await room.offline();
  await room.composer.press("ArrowUp");
  await holds(room.composer, "از من");
  await room.composer.fill("از من، بهتر");
  await room.composer.press("Enter");
  await page.getByText(t.connection.notNow).waitFor();
  await holds(room.composer, "از من، بهتر");
  await counts(page.getByText(t.composer.editing), 1);
  line.mend();
  await room.online();
  await room.composer.press("Enter");
  await room.row("از من، بهتر").getByText(t.message.edited).waitFor();
  assert.deepEqual(await kept(arash, ["از من", "از من، بهتر"]), ["از من، بهتر"]);
});
