/** What one does with a message: reactions, votes, emoji, on two screens at once. */
import assert from "node:assert/strict";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { enter, eventually, focused, holds } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

/** The pills under a message, as `sign count` with a star where it is one's own. */
const pills = (room: Room, text: string) =>
  room.row(text).locator(".reactions button[name=emoji]").evaluateAll((found) =>
    (found as HTMLButtonElement[]).map((pill) =>
      `${pill.value} ${pill.querySelector(".num")?.textContent ?? 0}${
        pill.getAttribute("aria-pressed") === "true" ? "*" : ""
      }`
    )
  );
const shows = (room: Room, text: string, wanted: string[]) =>
  eventually(async () => assert.deepEqual(await pills(room, text), wanted));

async function use(room: Room, text: string, tool: string): Promise<void> {
  await room.row(text).hover();
  await room.row(text).getByRole("toolbar").getByRole("button", { name: tool, exact: true }).click();
}

browserTest("a like from one shows at the other at once; a dislike takes its place", async (stage) => {
  const leila = await enter(stage, server, "leila", { locale: "en" });
  const arash = await enter(stage, server, "arash", { locale: "en" });
  await leila.write("vote on this");
  await arash.row("vote on this").waitFor();
  await use(arash, "vote on this", arash.t.message.like);
  await shows(arash, "vote on this", ["like 1*", "dislike 0"]);
  await shows(leila, "vote on this", ["like 1", "dislike 0"]);
  await use(arash, "vote on this", arash.t.message.dislike);
  await shows(arash, "vote on this", ["like 0", "dislike 1*"]);
  await shows(leila, "vote on this", ["like 0", "dislike 1"]);
  // Both at once, and the count is of both.
  await leila.row("vote on this").getByRole("button", { name: /^Like/ }).first().click();
  await leila.row("vote on this").getByRole("button", { name: /^Dislike/ }).first().click();
  await shows(leila, "vote on this", ["like 0", "dislike 2*"]);
  await shows(arash, "vote on this", ["like 0", "dislike 2*"]);
  await arash.row("vote on this").locator(".reactions").getByRole("button", { name: /^Dislike/ }).click();
  await shows(leila, "vote on this", ["like 0", "dislike 1*"]);
  await leila.row("vote on this").locator(".reactions").getByRole("button", { name: /^Dislike/ }).click();
  await shows(arash, "vote on this", []);
});

browserTest("what the server refuses is taken back, with a word", async (stage) => {
  const room = await enter(stage, server, "muted-one", { locale: "en" });
  const arash = await server.person("talker");
  await arash.post("/api/messages", { content: "refuse me" });
  const owner = await server.owner();
  const { body } = await owner.get("/api/users?q=muted-one");
  const id = (body.results ?? body)[0].id;
  await owner.patch(`/api/admin/users/${id}`, {
    muted_until: new Date(Date.now() + 3_600_000).toISOString(),
  });
  await room.row("refuse me").waitFor();
  await use(room, "refuse me", room.t.message.like);
  await room.page.getByRole("status").filter({ hasText: /restrict|mute|write/i }).first().waitFor();
  await shows(room, "refuse me", []);
});

browserTest("the picker by keyboard, with Persian and with English words", async (stage) => {
  const room = await enter(stage, server, "picker", { locale: "en" });
  const { page } = room;
  const t = actsText("en").emoji;
  await room.write("react to this");
  await room.settled("react to this");
  await room.log.focus();
  await page.keyboard.press("End");
  await page.locator("article:focus").waitFor();
  await page.keyboard.press("+");
  const field = page.getByRole("searchbox", { name: t.search });
  await focused(field);
  await page.keyboard.type("قلب قرمز");
  await page.locator(".emoji-cell").first().and(page.getByRole("gridcell", { name: "red heart" })).waitFor();
  await page.keyboard.press("Enter");
  await shows(room, "react to this", ["❤️ 1*"]);
  await field.waitFor({ state: "detached" });
  await eventually(async () =>
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /react to this/)
  );
  await page.keyboard.press("+");
  await focused(field);
  await page.keyboard.type("fire");
  await page.locator(".emoji-cell").first().and(page.locator("[data-emoji='🔥']")).waitFor();
  await page.keyboard.press("ArrowDown");
  await focused(page.locator("[data-emoji='🔥']"));
  await page.keyboard.press("ArrowUp");
  await focused(field);
  await page.keyboard.press("Escape");
  await field.waitFor({ state: "detached" });
  await shows(room, "react to this", ["❤️ 1*"]);
});

browserTest("the composer's emoji comes in at the cursor", async (stage) => {
  const room = await enter(stage, server, "writer");
  const { page, composer, t } = room;
  await composer.fill("سلام  دوستان");
  await composer.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(5, 5));
  await page.getByRole("button", { name: t.composer.emoji, exact: true }).click();
  await page.locator(".emoji-picker").getByRole("searchbox").fill("کتاب");
  await page.locator("[data-emoji='📚']").click();
  await holds(composer, "سلام 📚 دوستان");
  await focused(composer);
  await page.keyboard.type("!");
  await holds(composer, "سلام 📚! دوستان");
  await page.keyboard.press("Enter");
  await room.settled("سلام 📚! دوستان");
  // It is kept on the device for the next time.
  await page.getByRole("button", { name: t.composer.emoji, exact: true }).click();
  await page.locator("[data-emoji]").first().and(page.locator("[data-emoji='📚']")).waitFor();
});

browserTest("on a message keys act, and letters still write", async (stage) => {
  const room = await enter(stage, server, "keys", { locale: "en" });
  const { page, t, composer } = room;
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await room.write("mine to change");
  await room.settled("mine to change");
  const toLast = async () => {
    await room.log.focus();
    await page.keyboard.press("End");
    await page.locator("article:focus").waitFor();
  };
  await toLast();
  await page.keyboard.press("Shift+Enter");
  await page.getByText(t.composer.replyingTo).waitFor();
  await page.keyboard.press("Escape");
  await page.getByText(t.composer.replyingTo).waitFor({ state: "detached" });
  await toLast();
  await page.keyboard.press("F2");
  await page.getByText(t.composer.editing).waitFor();
  await holds(composer, "mine to change");
  await page.keyboard.press("Escape");
  await page.getByText(t.composer.editing).waitFor({ state: "detached" });
  await toLast();
  await page.keyboard.press("Control+c");
  await page.getByText(actsText(t.locale).done.textCopied).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "mine to change");
  await toLast();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menu", { name: t.message.tools }).waitFor();
  await page.keyboard.press("Escape");
  await eventually(async () =>
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ""), /mine to change/)
  );
  // Through its reactions, with the names of who set them.
  await use(room, "mine to change", t.message.like);
  await shows(room, "mine to change", ["like 1*", "dislike 0"]);
  await page.mouse.move(0, 0);
  await toLast();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tooltip").getByText(actsText("en").names.you).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("tooltip").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");

  await page.keyboard.type("hello");
  await holds(composer, "hello");
  // The list of shortcuts, from where one writes; a question mark there is one.
  await page.keyboard.press("?");
  await holds(composer, "hello?");
  await page.keyboard.press("Control+/");
  const list = page.getByRole("dialog", { name: membersText("en").keys.title });
  await list.waitFor();
  await page.keyboard.press("Escape");
  await list.waitFor({ state: "detached" });
  await toLast();
  await page.keyboard.press("?");
  await list.waitFor();
  assert.equal(await composer.inputValue(), "hello?");
});
