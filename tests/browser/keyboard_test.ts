/** Everything by keyboard alone. */
import assert from "node:assert/strict";
import { actsText } from "@/lib/i18n/acts/mod.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { counts, enter, eventually, holds, roomOf } from "./room.ts";
import type { Room } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

/** What has the focus, as one line. */
const focused = ({ page }: Pick<Room, "page">) =>
  page.evaluate(() => {
    const { activeElement } = document;
    return `${activeElement?.localName} ${
      activeElement?.getAttribute("aria-label") ?? activeElement?.textContent ?? ""
    }`.trim();
  });

/** Waits until this has the focus. */
async function focuses(room: Room, wanted: string | RegExp): Promise<void> {
  await eventually(async () => {
    if (typeof wanted === "string") assert.equal(await focused(room), wanted);
    else assert.match(await focused(room), wanted);
  });
}

/** Presses Tab until this has the focus; everything on the way must be visible and show that it has it. */
async function tabTo({ page }: Pick<Room, "page">, wanted: RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press(key);
    const { name, shown, ring } = await page.evaluate(() => {
      const element = document.activeElement!;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const framed = element.closest(".composer, .seek, [class*=focus-within]");
      return {
        name: `${element.localName} ${element.getAttribute("aria-label") ?? element.textContent}`,
        shown: element === document.body || (box.width > 4 && box.height > 4),
        ring: element === document.body || style.outlineStyle !== "none" || framed !== null,
      };
    });
    assert(shown, `${name} has the focus and cannot be seen`);
    assert(ring, `${name} does not show that it has the focus`);
    if (wanted.test(name)) return;
    passed.push(name);
  }
  assert.fail(`no ${wanted} among ${passed.join(", ")}`);
}

browserTest("register, write, change, answer, delete, sign out", async ({ newPerson }) => {
  const person = await newPerson({ name: "leila", baseURL: server.url, locale: "en" });
  const { page } = person;
  const room = roomOf(person, "en");
  const { t } = room;
  await page.goto("/register");
  // The reveal button is the sign that scripts have taken over; it is a stop on the way.
  await page.getByRole("button", { name: "Show the password" }).waitFor();
  for (const text of ["Leila Rezaei", "keys@peyk.test", "leila-password"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/chat");
  await room.online();

  // One simply begins to write, wherever the focus is.
  await page.keyboard.type("first");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("second line");
  await page.keyboard.press("Enter");
  await eventually(async () => assert.deepEqual(await room.texts(), ["first\nsecond line"]));
  await focuses(room, /^textarea/);
  await page.keyboard.type("another one");
  await page.keyboard.press("Enter");
  await room.settled("another one");

  // Up in the empty field changes what one said last; Escape gives it up.
  await page.keyboard.press("ArrowUp");
  await page.getByText(t.composer.editing).waitFor();
  await holds(room.composer, "another one");
  await page.keyboard.press("Escape");
  await counts(page.getByText(t.composer.editing), 0);
  await holds(room.composer, "");
  await page.keyboard.press("ArrowUp");
  await holds(room.composer, "another one");
  await page.keyboard.type(", changed");
  await page.keyboard.press("Enter");
  await room.row("another one, changed").getByText(t.message.edited).waitFor();
  await focuses(room, /^textarea/);

  // The log is one stop; arrows move among its messages, Enter goes to what can be done with one.
  await tabTo(room, /^div Messages/, "Shift+Tab");
  await page.keyboard.press("ArrowUp");
  await focuses(room, /^article .*another one, changed/);
  await page.keyboard.press("ArrowUp");
  await focuses(room, /^article .*first/s);
  await page.keyboard.press("Enter");
  await focuses(room, "button Like");
  for (let n = 0; n < 3; n++) await page.keyboard.press("ArrowRight");
  await focuses(room, "button Reply");
  await page.keyboard.press("Enter");
  await page.getByText(t.composer.replyingTo).waitFor();
  await focuses(room, /^textarea/);
  await page.keyboard.type("an answer");
  await page.keyboard.press("Enter");
  await room.row("an answer").getByText("first").waitFor();
  await room.settled("an answer");

  // Deleting asks first, with the focus on the safe button, and gives it back.
  await tabTo(room, /^div Messages/, "Shift+Tab");
  await page.keyboard.press("End");
  await focuses(room, /^article .*an answer/s);
  await page.keyboard.press("Enter");
  await focuses(room, "button Like");
  await page.keyboard.press("ArrowLeft");
  await focuses(room, "button More");
  await page.keyboard.press("Enter");
  await page.getByRole("menu", { name: t.message.tools }).waitFor();
  await focuses(room, "button Reply");
  await page.keyboard.press("End");
  await focuses(room, "button Delete");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await focuses(room, `button ${actsText("en").delete.keep}`);
  await page.keyboard.press("Escape");
  await counts(page.getByRole("dialog"), 0);
  await focuses(room, /^article .*an answer/s);
  await page.keyboard.press("Delete");
  await focuses(room, `button ${actsText("en").delete.keep}`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await room.log.getByText(t.message.deletedOwn).waitFor();
  await counts(room.row("an answer"), 0);
  await focuses(room, /^article/);
  await page.keyboard.press("Escape");
  await focuses(room, /^textarea/);

  // The menu: arrows within, Escape back to its button, and the way out.
  await tabTo(room, /^button Your account/, "Shift+Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Escape");
  await counts(page.getByRole("menu"), 0);
  await focuses(room, /^button Your account/);
  await page.keyboard.press("Enter");
  await focuses(room, "a Settings");
  await page.keyboard.press("End");
  await focuses(room, `button ${t.nav.signOut}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/login/);
});

browserTest("in a right-to-left page the actions go the other way", async (stage) => {
  const room = await enter(stage, server, "rtl");
  await room.write("سلام");
  await room.settled("سلام");
  await tabTo(room, new RegExp(`^div ${room.t.room.messages}`), "Shift+Tab");
  await room.page.keyboard.press("End");
  await focuses(room, /^article .*سلام/s);
  await room.page.keyboard.press("Enter");
  await focuses(room, `button ${room.t.message.like}`);
  await room.page.keyboard.press("ArrowLeft");
  await focuses(room, `button ${room.t.message.dislike}`);
  await room.page.keyboard.press("ArrowRight");
  await focuses(room, `button ${room.t.message.like}`);
});

browserTest(
  "back to the newest by keyboard; typing anywhere goes to the composer, shortcuts do not",
  async (stage) => {
    const arash = await server.person("talker");
    for (let n = 1; n <= 40; n++) await arash.post("/api/messages", { content: `line ${n}` });
    const room = await enter(stage, server, "reader", { locale: "en" });
    const { page, t } = room;
    await tabTo(room, /^div Messages/, "Shift+Tab");
    await page.keyboard.press("Home");
    await room.row("line 40").waitFor();
    await page.getByRole("button", { name: t.room.toNewest }).waitFor();
    await tabTo(room, /^button To the newest/);
    await page.keyboard.press("Enter");
    await counts(page.getByRole("button", { name: t.room.toNewest }), 0);
    await page.keyboard.press("Control+b");
    assert.equal(await room.composer.inputValue(), "");
    await page.keyboard.type("hello");
    await holds(room.composer, "hello");
  },
);

browserTest("pasted lines stay lines, and Enter of an input method sends nothing", async (stage) => {
  const room = await enter(stage, server, "paster", { locale: "en" });
  await room.composer.focus();
  await room.page.keyboard.insertText("one\ntwo\n\nfour");
  await holds(room.composer, "one\ntwo\n\nfour");
  await room.composer.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  assert.equal(await room.composer.inputValue(), "one\ntwo\n\nfour");
  await room.page.keyboard.press("Enter");
  await eventually(async () => assert.equal((await room.texts()).at(-1), "one\ntwo\n\nfour"));
});

browserTest("the first stop leads round everything to where one writes", async (stage) => {
  const room = await enter(stage, server, "skipper", { locale: "en" });
  const skip = room.page.locator(".skip");
  await room.page.keyboard.press("Tab");
  await focuses(room, `a ${room.t.nav.skipToComposer}`);
  await eventually(async () => {
    const box = await skip.boundingBox();
    assert(box!.width > 40 && box!.height > 20, "it cannot be seen");
  });
  await room.page.keyboard.press("Enter");
  await focuses(room, /^textarea/);
  await eventually(async () => assert((await skip.boundingBox())!.width < 2, "it stays in the way"));
});
