/** Without scripts one reads, writes, and finds everything that is shown to work. */
import { membersText } from "@/lib/i18n/members/mod.ts";
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { eventually, roomOf } from "./room.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

const arash = await server.person("arash");
for (let n = 1; n <= 120; n++) await arash.post("/api/messages", { content: `پیام ${n}` });

for (const viewport of ["desktop", "phone"] as const) {
  browserTest(`sign in, read, write, change the language, leave: ${viewport}`, async ({ newPerson }) => {
    const name = `leila-${viewport}`;
    await server.person(name);
    const person = await newPerson({ name, baseURL: server.url, viewport, javaScript: false });
    const { page } = person;
    const room = roomOf(person);
    const { t } = room;
    await page.goto("/chat");
    await page.waitForURL(/\/login\?next=%2Fchat/);
    await page.locator("[name=email]").fill(`${name}@peyk.test`);
    await page.locator("[name=password]").fill(`${name}-password`);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/chat");
    assert.equal(await page.title(), t.room.globalName);

    // The newest is in view; the older ones are pages of their own, down to the first.
    await room.row("پیام 120").waitFor();
    const newest = await room.rows.last().boundingBox();
    assert(newest!.y + newest!.height <= page.viewportSize()!.height);
    const seen: string[] = [];
    while (true) {
      seen.unshift(...await room.texts());
      const older = page.getByRole("link", { name: t.room.older });
      if (await older.count() === 0) break;
      await older.click();
      // Without it one would read of a page what has come of it so far.
      await page.waitForLoadState();
    }
    assert.deepEqual(
      seen.filter((text) => text.startsWith("پیام")),
      Array.from({ length: 120 }, (_, n) => `پیام ${n + 1}`),
    );
    await page.getByText(t.room.beginning).waitFor();
    await page.getByRole("link", { name: t.room.toNewest }).click();
    await page.waitForURL((url) => url.pathname === "/chat" && url.search === "");

    const text = `بدون اسکریپت\nدر دو خط: ${viewport}`;
    await room.composer.fill(text);
    await page.getByRole("button", { name: t.composer.send }).click();
    await eventually(async () => assert.equal((await room.texts()).at(-1), text));
    // Loading the page again posts nothing again.
    await page.reload();
    assert.equal((await room.texts()).filter((each) => each === text).length, 1);

    if (viewport === "phone") await page.getByRole("link", { name: t.nav.back }).click();
    await page.getByRole("button", { name: t.nav.account }).click();
    await page.getByRole("menuitemradio", { name: "English" }).click();
    await page.locator("html[lang=en][dir=ltr]").waitFor();
    await page.waitForLoadState();
    assert.equal(new URL(page.url()).pathname, viewport === "phone" ? "/chat/list" : "/chat");

    // Nothing is shown that does nothing: every button posts a form or opens what the browser itself opens.
    const dead = await page.evaluate(() =>
      [...document.querySelectorAll("button")].filter((button) => {
        const shown = button.checkVisibility() && button.getBoundingClientRect().width > 1;
        return shown && button.type !== "submit" && !button.hasAttribute("popovertarget");
      }).map((button) => button.getAttribute("aria-label") ?? button.textContent)
    );
    assert.deepEqual(dead, []);
    // A name leads to the person's page.
    if (viewport === "phone") await page.goto("/chat");
    await room.rows.last().locator("header [data-person]").click();
    await page.waitForURL("**/chat/people/*");
    await page.getByRole("heading", { name }).waitFor();
    await page.goBack();
    if (viewport === "phone") await page.goto("/chat/list");
    await page.getByRole("button", { name: "Your account" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.waitForURL(/\/login/);
    await page.goto("/chat");
    await page.waitForURL(/\/login/);
  });
}

browserTest("an empty room says so without scripts as well", async ({ newPerson }) => {
  const empty = await startServer({ built: true });
  try {
    const person = await newPerson({ baseURL: empty.url, javaScript: false });
    await person.context.request.post("/api/auth/register", {
      data: { email: "a@peyk.test", password: "some-password" },
      headers: { origin: empty.url },
    });
    await person.page.goto("/chat");
    const { t, page } = roomOf(person);
    await page.getByText(membersText(t.locale).square.title).waitFor();
    assert.equal(await page.getByRole("button", { name: t.room.emptyAction }).count(), 0);
    await page.goto("about:blank");
  } finally {
    await empty.stop();
  }
});
