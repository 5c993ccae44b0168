import assert from "node:assert/strict";
import { chromium } from "playwright-core";
import { App, csp, staticFiles } from "fresh";
import { findChromium } from "@/tools/chromium.ts";
import { sampleSite } from "./testdata/site.ts";

Deno.test("islands hydrate in place, under a policy that allows nothing inline", async () => {
  await using site = await sampleSite({
    stylesheet: () => Promise.resolve(".scroller{height:80px;overflow:auto} .counter:first-child{color:red}"),
  });
  await site.builder.build();
  const app = new App({ root: site.root }).use(csp()).use(staticFiles()).fsRoutes();
  const server = await app.listen({ port: 0, hostname: "127.0.0.1", onListen: () => {} });
  const { path, env } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, env, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() !== "log" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    // Scripts are held back until somebody has typed and scrolled, as on a slow line.
    let release = () => {};
    const held = new Promise<void>((resolve) => release = resolve);
    await page.route("**/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`http://127.0.0.1:${server.addr.port}/`, { waitUntil: "commit" });
    await page.locator("input[name=draft]").fill("half a sentence");
    const before = await page.evaluate(() => {
      const scroller = document.querySelector(".scroller")!;
      scroller.scrollTop = 333;
      const nodes = {
        input: document.querySelector("input"),
        scroller,
        button: document.querySelector("button"),
      };
      Object.assign(globalThis, { before: nodes });
      return { top: scroller.scrollTop, elements: document.querySelectorAll("main *").length };
    });
    release();
    await page.locator("output").waitFor();

    const after = await page.evaluate(() => {
      const { before } = globalThis as unknown as { before: Record<string, Element> };
      const scroller = document.querySelector(".scroller")!;
      return {
        kept: before.input === document.querySelector("input") && before.scroller === scroller &&
          before.button === document.querySelector("button"),
        focused: document.activeElement === before.input,
        typed: document.querySelector("input")!.value,
        top: scroller.scrollTop,
        elements: document.querySelectorAll("main *").length,
        ready: document.querySelector("input")!.dataset.ready,
        color: getComputedStyle(document.querySelector(".counter")!).color,
        label: document.querySelector(".label")!.textContent,
        scripts: document.querySelectorAll("script").length,
        // What an island adds at its end stays within its own comments.
        end: document.querySelector("output")!.nextSibling!.nodeValue,
      };
    });
    assert.deepEqual(after, {
      kept: true,
      focused: true,
      typed: "half a sentence",
      top: before.top,
      // The output that the effect adds, nothing doubled.
      elements: before.elements + 1,
      ready: "true",
      // No element stands between the list and its first item.
      color: "rgb(255, 0, 0)",
      label: "</script><script>alert(1)</script>",
      scripts: 2,
      end: "/fresh",
    });

    await page.locator("button").click();
    await page.locator("button").click();
    // One signal, shared by two islands and by the island within the first: 3 + 2 × 2.
    assert.equal(await page.locator("button").textContent(), "7");
    assert.deepEqual(await page.locator(".display").allTextContents(), ["70", "70"]);
    assert.equal(await page.locator(".clicks").textContent(), "clicks: 2");
    assert.equal(
      await page.locator("label").getAttribute("for"),
      await page.locator("button").getAttribute("id"),
    );
    assert.equal(await page.title(), "Home");
    assert.deepEqual(problems, []);
  } finally {
    await browser.close();
    await server.shutdown();
  }
});
