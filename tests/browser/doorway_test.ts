/** The doorway in a real browser: quick, in both directions, by keyboard, and without scripts. */
import assert from "node:assert/strict";
import { browserTest, type Stage } from "../support/browser.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { eventually } from "./room.ts";

/** A server that goes only after everybody has left: a page whose server is gone complains of it. */
async function withServer({ browser }: Stage, run: (server: TestServer) => Promise<void>) {
  const server = await startServer({ built: true });
  try {
    await run(server);
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      await page.goto("about:blank");
    }
  } finally {
    await server.stop();
  }
}

const fonts = `[...document.fonts].filter((face) => face.status === "loaded").map((face) => face.family)`;

browserTest(
  "both languages and themes: accessible, within the window, in the fonts of Peyk",
  (stage) =>
    withServer(stage, async (server) => {
      for (const [locale, theme] of [["fa", "light"], ["en", "dark"]] as const) {
        const person = await stage.newPerson({
          baseURL: server.url,
          locale,
          theme,
          allow: [/status of 4(04|10)/],
        });
        for (const path of ["/login", "/register", "/reset-password?token=x", "/nothing"]) {
          await person.page.setViewportSize({ width: 1280, height: 800 });
          await person.page.goto(path);
          assert.deepEqual(await person.axe(), [], `${path} in ${locale}`);
          await person.page.setViewportSize({ width: 320, height: 640 });
          const over = await person.page.evaluate("document.documentElement.scrollWidth - innerWidth");
          assert.ok(Number(over) <= 0, `${path} in ${locale} is ${over} px too wide`);
        }
        await eventually(async () => {
          const loaded = await person.page.evaluate(fonts) as string[];
          assert.ok(loaded.includes(locale === "fa" ? "Vazirmatn" : "Inter"), loaded.join());
        });
      }
    }),
);

browserTest(
  "one registers by keyboard alone, and the meter follows the password",
  (stage) =>
    withServer(stage, async (server) => {
      const { page } = await stage.newPerson({ baseURL: server.url, locale: "en" });
      await page.goto("/register");
      // The reveal button is the sign that scripts have taken over.
      await page.getByRole("button", { name: "Show the password" }).waitFor();
      await page.keyboard.type("Maryam Akbari");
      await page.keyboard.press("Tab");
      await page.keyboard.type("maryam@peyk.test");
      await page.keyboard.press("Tab");
      await page.keyboard.type("12345678");
      await page.getByText("Weak. At least 8 characters.").waitFor();
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type("kiln-cobalt-7");
      await page.getByText("Strong. At least 8 characters.").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      await page.locator("#password[type=text]").waitFor();
      assert.equal(await page.locator("#password").inputValue(), "kiln-cobalt-7");
      await page.keyboard.press("Space");
      await page.locator("#password[type=password]").waitFor();
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForURL("**/chat");
    }),
);

browserTest(
  "without scripts one registers, and no dead button is shown",
  (stage) =>
    withServer(stage, async (server) => {
      const { page } = await stage.newPerson({ baseURL: server.url, viewport: "phone", javaScript: false });
      await page.goto("/register");
      assert.equal(await page.locator("main button").count(), 1, "only the one that sends");
      for (const button of await page.locator("button:visible").all()) {
        assert.ok((await button.boundingBox())!.height >= 44, "large enough for a finger");
      }
      await page.locator("#name").fill("مریم اکبری");
      await page.locator("#email").fill("maryam@peyk.test");
      await page.locator("#password").fill("kiln-cobalt-7");
      await page.locator("main button").click();
      await page.waitForURL("**/chat");
    }),
);

browserTest(
  "language and theme change where one is, without losing the way",
  (stage) =>
    withServer(stage, async (server) => {
      const { page } = await stage.newPerson({ baseURL: server.url, locale: "en", theme: "light" });
      const html = page.locator("html");
      await page.goto("/login?next=/chat/9");
      await page.getByRole("button", { name: "فارسی" }).click();
      await page.waitForSelector("html[lang=fa][dir=rtl]");
      assert.equal(new URL(page.url()).search, "?next=/chat/9");
      const background = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
      const light = await background();
      await page.getByRole("button", { name: "تیره" }).click();
      await page.waitForSelector("html[data-theme=dark]");
      await eventually(async () => assert.notEqual(await background(), light));
      assert.equal(await html.getAttribute("lang"), "fa");
    }),
);

browserTest(
  "each face is fetched once, though it is asked for early",
  (stage) =>
    withServer(stage, async (server) => {
      const { page } = await stage.newPerson({ baseURL: server.url });
      const asked: string[] = [];
      page.on("request", (request) => {
        if (/\.woff2/.test(request.url())) asked.push(new URL(request.url()).pathname);
      });
      await page.goto("/login");
      await page.getByRole("button", { name: "دیدن رمز عبور" }).waitFor();
      await page.evaluate("document.fonts.ready");
      assert.ok(asked.length > 0);
      const files = asked.map((path) => /fonts\/([a-z-]+?)-\d/.exec(path)?.[1]);
      assert.equal(new Set(files).size, files.length, asked.join());
    }),
);
