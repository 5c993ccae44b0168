/** The page about the API, in each look: readable without scripts, on the narrowest screen, by keyboard. */
import assert from "node:assert/strict";
import { docsText } from "@/lib/i18n/docs/mod.ts";
import { axe } from "../support/axe.ts";
import { browserTest } from "../support/browser.ts";
import { startServer } from "../support/server.ts";
import { LOOKS } from "./looks.ts";
import { beyondScreen, sideways } from "./sweeps/fit.ts";

const server = await startServer({ built: true });
Deno.test.afterAll(() => server.stop());

for (const look of LOOKS) {
  const { locale, theme, viewport } = look;
  browserTest(`the page about the API: ${locale}, ${theme}, ${viewport}`, async (stage) => {
    const { page } = await stage.newPerson({ ...look, baseURL: server.url, reducedMotion: true });
    await page.goto("/docs/api");
    const t = docsText(locale);
    await page.getByRole("heading", { level: 1, name: t.title }).waitFor();
    assert.deepEqual(await axe(page), [], "as it comes");
    // What is folded away is looked at as well: of each kind one, since there are hundreds.
    await page.evaluate(() => {
      const kinds = "nav details, #post-messages details, #socket-main details, main > details";
      document.querySelectorAll<HTMLDetailsElement>(kinds).forEach((one) => one.open = true);
    });
    assert.deepEqual(await axe(page), [], "opened");
  });
}

for (const locale of ["fa", "en"] as const) {
  browserTest(`it fits into 320 px, without scripts: ${locale}`, async (stage) => {
    const person = await stage.newPerson({
      ...{ locale, baseURL: server.url, javaScript: false },
      viewport: { width: 320, height: 640 },
    });
    const { page } = person;
    await page.goto("/docs/api");
    for (const summary of await page.locator("main > details > summary, #post-messages summary").all()) {
      await summary.click();
    }
    assert.equal(await sideways(page), 0);
    assert.deepEqual(await beyondScreen(page, "pre"), []);
  });
}

browserTest(
  "every link of it leads somewhere on it, and the keyboard goes past the contents",
  async (stage) => {
    const { page } = await stage.newPerson({ locale: "en", baseURL: server.url });
    await page.goto("/docs/api");
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].map((one) => one.hash.slice(1))
        .filter((id) => document.getElementById(id) === null)
    );
    assert.deepEqual(lost, []);
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    assert.equal(new Set(ids).size, ids.length, "no id stands twice");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#text:focus").waitFor();
    // Each call the document has, at its address.
    await page.goto("/docs/api#put-messages-id-reactions-emoji");
    await page.locator("#put-messages-id-reactions-emoji").getByText("Reacts to a message").waitFor();
  },
);
