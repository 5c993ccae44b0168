/** What the widget withstands of the pages it is in, and what it leaves alone. */
import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "playwright-core";
import { ChangeSite } from "@/lib/protocol/sites.ts";
import { findWholeChromium } from "../../tools/chromium.ts";
import { browserTest } from "../support/browser.ts";
import { openLine } from "./line.ts";
import { eventually } from "./room.ts";
import { SILENT } from "./scripted_frame.ts";
import { GOODS, put, shopOf } from "./shop.ts";
import { peyk, startShops } from "./shops.ts";

const { server, host, actor, site, addSite, script, shop, stop } = await startShops();
Deno.test.afterAll(stop);

const CONTAINER = `<div id="chat-container"></div>`;
const SIZED = `<style>#chat-container { height: 560px; width: 420px; }</style>`;

/** What a browser says of a request that came to nothing, whoever made it. */
const NO_ANSWER = /Failed to load resource|blocked by CORS|ERR_/;

browserTest(
  "rules of the page for everything do not reach it, nor do its rules reach the page",
  async (stage) => {
    const hostile = `<style>
    * { all: initial !important }
    body, body ~ *, body * { transform: rotate(3deg) !important; opacity: 0 !important; visibility: hidden !important }
    div, span, iframe, button, svg { display: none !important }
    peyk-widget, html > * { display: none !important; position: static !important; z-index: -1 !important }
  </style>`;
    const { launcher, panel, frame, page, widget } = await shop(stage, { head: hostile + script() });
    await launcher.click();
    await frame();
    await eventually(async () => {
      assert.deepEqual(await panel.boundingBox(), { x: 876, y: 88, width: 380, height: 620 });
    });
    assert.deepEqual(await launcher.boundingBox(), { x: 1200, y: 720, width: 56, height: 56 });
    await page.mouse.move(0, 0);
    // Once it is no longer as it was under the pointer.
    await eventually(async () => {
      const looks = await launcher.evaluate((element) => {
        const { backgroundColor, opacity } = getComputedStyle(element);
        return { backgroundColor, opacity };
      });
      assert.deepEqual(looks, { backgroundColor: "rgb(156, 74, 38)", opacity: "1" });
    });
    assert.equal(await widget.evaluate((element) => getComputedStyle(element).opacity), "1");
    assert.equal(
      await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length),
      1,
    );
  },
);

browserTest("a page with the strictest policy names one host, and needs no more", async (stage) => {
  const policy = `default-src 'none'; script-src ${server.url}; frame-src ${server.url}; ` +
    `connect-src ${server.url}; style-src 'self'; img-src data:; require-trusted-types-for 'script'; ` +
    "base-uri 'none'; form-action 'none'";
  for (const body of [GOODS, GOODS + CONTAINER]) {
    const headers = { "content-security-policy": policy, "cross-origin-opener-policy": "same-origin" };
    const { launcher, frame, panel, say, teaser, person } = await shop(stage, { body, headers });
    if (body === GOODS) {
      await launcher.click();
      await frame();
      await launcher.click();
      await say({ type: "message", id: 1, name: "Ben", text: "Fresh from the kiln" });
      await teaser.waitFor();
    } else {
      await frame();
      await panel.waitFor();
    }
    person.assertNoProblems();
  }
});

for (
  const [where, body] of [["before", CONTAINER + GOODS + script("")], [
    "after",
    script("") + CONTAINER,
  ]] as const
) {
  browserTest(`a container that stands ${where} the script is filled`, async (stage) => {
    const { page, panel, told, launcher, widget } = await shop(stage, { head: SIZED, body });
    const [start] = await told("start");
    assert.equal(start!.open, true);
    assert.equal(await launcher.isVisible(), false);
    await eventually(async () => {
      assert.deepEqual(await panel.boundingBox(), await page.locator("#chat-container").boundingBox());
    });
    assert.equal(
      await widget.locator("iframe").getAttribute("src").then((src) => src!.includes("inline")),
      true,
    );
    await peyk(page, "open");
    assert.equal((await told("visibility")).length, 0);
  });
}

browserTest("a container without a height gets one; one with a least height is filled", async (stage) => {
  for (
    const [style, height] of [["", 480], ["min-height: 520px; padding: 10px; box-sizing: border-box", 520]]
  ) {
    const head = `<style>#chat-container { ${style} }</style>${script()}`;
    const { page, panel } = await shop(stage, { head, body: CONTAINER });
    await panel.waitFor();
    assert.equal((await page.locator("#chat-container").boundingBox())!.height, height, String(style));
  }
});

browserTest("in an app of one page the chat goes where the container goes", async (stage) => {
  const { page, panel, launcher, frame, widget } = await shop(stage, {
    head: SIZED + script(),
    body: GOODS + CONTAINER,
  });
  await frame();
  await page.evaluate(() => document.getElementById("chat-container")!.remove());
  await launcher.waitFor();
  assert.equal(await page.locator("iframe").count(), 0);
  await page.evaluate(() => {
    document.body.innerHTML = `<section><div id="chat-container"></div></section>`;
  });
  await frame();
  await eventually(async () => {
    assert.deepEqual(await panel.boundingBox(), await page.locator("#chat-container").boundingBox());
  });
  // A body that is exchanged as a whole leaves an open chat as it is.
  await page.evaluate(() => document.getElementById("chat-container")!.remove());
  await launcher.click();
  const inner = await frame();
  await page.evaluate(() => document.body.replaceWith(document.createElement("body")));
  await panel.waitFor();
  assert.equal(inner.isDetached(), false);
  assert.equal(await widget.count(), 1);
});

browserTest("a page that always throws it out has its way, and goes on", async (stage) => {
  const { page } = await shop(stage, {
    head: `<script>
      var thrown = 0;
      new MutationObserver(() => {
        const it = document.querySelector("peyk-widget");
        if (it) { thrown++; it.remove(); }
      }).observe(document, { childList: true, subtree: true });
    </script>${script()}`,
  });
  await page.waitForFunction("thrown > 10");
  await page.waitForFunction("new Promise((done) => setTimeout(() => done(true), 50))");
  // Counted from where the page began: what it does goes on however late one looks.
  const [thrown, passed] = await page.evaluate("[thrown, performance.now()]") as [number, number];
  assert(thrown <= 21 * (2 + passed / 1000), `thrown out ${thrown} times in ${passed} ms`);
});

/** Everything that has moved since the page began, as Lighthouse counts it. */
const shift = (page: Page) =>
  page.evaluate(() =>
    new Promise<number>((done) => {
      let sum = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => setTimeout(() => done(sum), 100));
    })
  );

browserTest(
  "nothing in the page moves when the widget comes, and an observer that would see it",
  async (stage) => {
    const bodies = [GOODS, `<h1>سفالینه</h1>${CONTAINER}${GOODS}`];
    for (const body of bodies) {
      const { page, launcher, frame } = await shop(stage, { head: SIZED + script(), body });
      if (body === GOODS) await launcher.click();
      await frame();
      assert.equal(await shift(page), 0);
      await page.evaluate(() =>
        document.body.prepend(Object.assign(document.createElement("p"), { textContent: "x" }))
      );
      await eventually(async () => assert(await shift(page) > 0));
    }
    // Known before it is seen, a container without a height moves nothing either.
    const { page, frame } = await shop(stage, { head: script(""), body: `${CONTAINER}${GOODS}` });
    await frame();
    assert.equal(await shift(page), 0);
  },
);

browserTest("a closed widget costs its script and its configuration, within their budgets", async (stage) => {
  const address = put(host, { head: script() });
  const { context, page } = await stage.newPerson();
  const answers: Promise<{ path: string; bytes: number }>[] = [];
  page.on("response", (response) => {
    const { origin, pathname: path } = new URL(response.url());
    if (origin !== server.url) return;
    const sizeOf = (body: Uint8Array) => gzipSync(body, { level: 9 }).length;
    answers.push(response.body().then((body) => ({ path, bytes: sizeOf(body) })));
  });
  const names = () => page.evaluate(() => Object.getOwnPropertyNames(globalThis));
  await page.goto(put(host, {}));
  const before = await names();
  await page.goto(address);
  await page.locator("peyk-widget").waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");

  const fetched = await Promise.all(answers);
  assert.deepEqual(fetched.map(({ path }) => path), ["/widget.js", "/api/widget/config"]);
  assert(fetched[0]!.bytes <= 4000, `a loader of ${fetched[0]!.bytes} bytes`);
  const sum = fetched.reduce((sum, { bytes }) => sum + bytes, 0);
  assert(sum <= 6000, `${sum} bytes for a closed widget`);

  const added = (await names()).filter((name) => !before.includes(name) && name !== "buy");
  assert.deepEqual(added, ["Peyk"]);
  assert.equal(await page.locator("peyk-widget").evaluate((element) => element.shadowRoot), null);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
  assert.deepEqual(host.cookies, []);
});

browserTest(
  "who the visitor is stays in the page's storage, and goes to nobody but the frame",
  async (stage) => {
    const { page, launcher, say, told, frame } = await shop(stage);
    await launcher.click();
    await told("start");
    const key = `peyk:${site}`;
    const kept = () => page.evaluate((key) => localStorage.getItem(key), key);
    await say({ type: "session", guest_id: "g_leila" });
    await eventually(async () => assert.equal(await kept(), "g_leila"));

    // What others in the page say is not heard: neither its own scripts nor another frame of the same server.
    await page.evaluate((address) =>
      new Promise<void>((heard) => {
        const forged = JSON.stringify({ peyk: 1, type: "session", guest_id: "forged" });
        const other = Object.assign(document.createElement("iframe"), { src: address });
        let waiting = 2;
        addEventListener("message", ({ source, data }) => {
          // The scripted frame says hello to begin with; what is forged goes out from there as well.
          if (source === other.contentWindow && data.type === "hello") {
            other.contentWindow!.postMessage({ forged }, "*");
            postMessage(JSON.parse(forged), "*");
          } else if (data.guest_id === "forged" && --waiting === 0) setTimeout(heard);
        });
        document.body.append(other);
      }), `${server.url}/widget/other`);
    assert.equal(await kept(), "g_leila");

    // Nor is a page of somebody else's in the frame's own place.
    const evil = put(host, {
      head: `<script>parent.postMessage({ peyk: 1, type: "session", guest_id: "forged" }, "*")</script>`,
    });
    await page.evaluate((evil) =>
      new Promise<void>((heard) => {
        addEventListener("message", ({ data }) => data.guest_id === "forged" && setTimeout(heard));
        document.querySelector("peyk-widget")!.shadowRoot!.querySelector("iframe")!.src = evil;
      }), evil);
    assert.equal(await kept(), "g_leila");

    // Whoever was here before has the frame at a quiet moment, for an answer that may have come.
    await page.goto(put(host, { head: script() }));
    assert.equal((await told("start"))[0]!.guest_id, "g_leila");
    assert.equal((await told("start"))[0]!.open, false);
    assert.doesNotMatch((await frame()).url(), /g_leila/);
    await say({ type: "unread", count: 1 });
    await eventually(async () => assert.match((await launcher.getAttribute("aria-label"))!, /۱/));
    await peyk(page, "logout");
    await eventually(async () => assert.equal(await kept(), null));
    await eventually(async () => assert.equal((await told("logout")).length, 1));
  },
);

browserTest("where the page may store nothing, the visitor lasts as long as the page", async (stage) => {
  const denied = `<script>Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("denied", "SecurityError"); } });</script>`;
  const { page, launcher, told, say } = await shop(stage, {
    head: denied + script(),
    body: GOODS + CONTAINER,
  });
  await told("start");
  await say({ type: "session", guest_id: "g_once" });
  await page.evaluate(() => document.getElementById("chat-container")!.remove());
  await launcher.click();
  await eventually(async () => assert.equal((await told("start"))[0]!.guest_id, "g_once"));
});

browserTest("a page that comes back as the browser kept it has its chat", async () => {
  const { path, env } = await findWholeChromium();
  const keeping = await chromium.launch({
    executablePath: path,
    env: { ...Deno.env.toObject(), ...env },
    args: ["--no-sandbox", "--disable-gpu"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const page = await keeping.newPage();
    const watch =
      `<script>var kept; addEventListener("pageshow", (event) => kept = event.persisted)</script>`;
    const away = put(host, { body: "elsewhere" });
    await page.goto(put(host, { head: watch + script() }));
    await page.locator("peyk-widget").waitFor({ state: "attached" });
    // Nothing of the widget keeps the browser from keeping the page, a chat that is open least of all.
    await peyk(page, "open");
    await eventually(async () => {
      const [, frame] = page.frames();
      await frame!.locator("textarea").fill("این گلدان");
    });
    await page.waitForFunction((key) => localStorage.getItem(key), `peyk:${site}`);
    await page.evaluate("localStorage.clear()");
    await page.goto(away);
    await page.evaluate((key) => localStorage.setItem(key, "g_meanwhile"), `peyk:${site}`);
    await page.goBack({ waitUntil: "commit" });
    await page.waitForFunction("kept !== undefined");
    assert.equal(await page.evaluate("kept"), true, "the browser did not keep the page");
    // Whom the frame was told of is not who it is by now.
    await page.waitForFunction((key) => /^[\w-]{22,}$/.test(localStorage.getItem(key) ?? ""), `peyk:${site}`);
  } finally {
    await keeping.close();
  }
});

browserTest("a server that is down leaves the page as it was", async (stage) => {
  const line = openLine(server.url);
  try {
    const here = script().replace(server.url, line.url);
    // Answering in the server's place would keep the browser from keeping anything.
    const { person, page } = await shop(stage, { head: here }, { frame: null });
    await page.locator("peyk-widget").waitFor({ state: "attached" });
    line.cut();
    person.allow(NO_ANSWER);
    const { gone } = shopOf(person);
    // The script itself is one that the browser kept.
    await page.goto(put(host, { head: here, body: `<div id="chat-container"></div>${GOODS}`, lang: "en" }));
    assert.match(await gone(), /^Peyk: The server does not answer/);
    assert.equal(await page.locator("#chat-container").evaluate((element) => element.clientHeight), 0);
    await peyk(page, "open");
    assert.equal(await page.locator("peyk-widget").count(), 0);
  } finally {
    await line.close();
  }
});

browserTest(
  "without a site, a listed domain, or leave by now, there is nothing but an explanation",
  async (stage) => {
    const elsewhere = await addSite({ domains: ["shop.example", `evil${new URL(host.origin).host}`] });
    const revoked = await addSite();
    await server.app.sites.change(actor, revoked, ChangeSite.parse({ revoked: true }), "127.0.0.1");
    for (const site of [elsewhere, revoked, "st_nobodys"]) {
      const { gone, person } = await shop(stage, { head: script("", site), body: GOODS + CONTAINER });
      person.allow(NO_ANSWER);
      assert.match(await gone(), /^Peyk: سرور این سایت را نپذیرفت/);
    }
    const { gone } = await shop(stage, { head: script("", "").replace("async", ""), lang: "en" });
    assert.match(await gone(), /^Peyk: The script has no data-site-id/);
  },
);

browserTest("a page opened from disk is refused in plain words", async (stage) => {
  const file = await Deno.makeTempFile({ suffix: ".html" });
  await Deno.writeTextFile(file, `<!doctype html><html lang="en">${script()}<p>x</p>`);
  const person = await stage.newPerson();
  const { gone } = shopOf(person);
  await person.page.goto(`file://${file}`);
  assert.match(await gone(), /^Peyk: Pages opened from disk/);
  await Deno.remove(file);
});

browserTest("a frame that never speaks, or says that it cannot, takes the widget along", async (stage) => {
  const silent = await shop(stage, {}, { frame: SILENT });
  // Nobody sits through how long it is waited for.
  await silent.page.clock.install();
  await silent.launcher.click();
  await silent.widget.locator("iframe").waitFor({ state: "attached" });
  await silent.page.clock.fastForward(60_000);
  assert.match(await silent.gone(), /^Peyk: گفتگو بالا نیامد/);

  const failing = await shop(stage, { body: CONTAINER + GOODS });
  const gone = failing.gone();
  await failing.say({ type: "failed", code: "not_found" }).catch(() => {});
  assert.match(await gone, /^Peyk: سرور این سایت را نپذیرفت.*not_found/);
  assert.equal(await failing.page.locator("iframe").count(), 0);
});

browserTest("the rest of the script gone missing, that of the newest build is taken", async (stage) => {
  const { person, page, launcher, frame } = await shop(stage);
  await launcher.waitFor();
  person.allow(NO_ANSWER);
  await page.route(/_fresh\/widget-panel/, (route) => route.fulfill({ status: 404 }));
  await launcher.click();
  await frame();
});

browserTest("a page that is isolated from all that does not agree to it has the real chat", async (stage) => {
  const headers = {
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
  };
  const { page, launcher, widget } = await shop(stage, { headers }, { frame: null });
  await launcher.click();
  await widget.frameLocator("iframe").locator("textarea").waitFor();
  assert.equal(await page.evaluate(() => crossOriginIsolated), true);
});

browserTest(
  "the rest of the script that does not come when it is fetched ahead is fetched again",
  async (stage) => {
    const { person, page, launcher, frame } = await shop(stage);
    await launcher.waitFor();
    person.allow(NO_ANSWER);
    await page.route(/widget-panel/, (route) => route.abort());
    const failed = page.waitForEvent(
      "requestfailed",
      (request) => request.url().endsWith("/widget-panel.mjs"),
    );
    await launcher.hover();
    await failed;
    await page.unroute(/widget-panel/);
    await launcher.click();
    await frame();
  },
);

browserTest("with the storage of third parties blocked the real chat comes all the same", async (stage) => {
  const { page, person, launcher, widget } = await shop(stage, {}, { frame: null });
  const devtools = await person.context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCookieControls", {
    enableThirdPartyCookieRestriction: true,
  });
  await page.reload();
  await launcher.click();
  const inner = widget.frameLocator("iframe");
  await inner.locator("textarea").first().fill("این گلدان");
  await eventually(async () => {
    assert.match((await page.evaluate((key) => localStorage.getItem(key), `peyk:${site}`))!, /^[\w-]{22,}$/);
  });
});

Deno.test("the scripts may be had by any page, for minutes, and by their hash for ever", async () => {
  const loader = await fetch(`${server.url}/widget.js`);
  const text = await loader.text();
  assert.equal(loader.headers.get("cache-control"), "public, max-age=300");
  assert.equal(loader.headers.get("content-type"), "text/javascript; charset=utf-8");
  const again = await fetch(`${server.url}/widget.js`, {
    headers: { "if-none-match": loader.headers.get("etag")! },
  });
  assert.equal(again.status, 304);
  const panel = await fetch(server.url + /\/_fresh\/widget-panel-\w+\.mjs/.exec(text)![0]);
  assert.match(panel.headers.get("cache-control")!, /immutable/);
  const newest = await fetch(`${server.url}/widget-panel.mjs`);
  assert.equal(await newest.text(), await panel.text());
  for (const { headers } of [loader, again, panel, newest]) {
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.equal(headers.get("cross-origin-resource-policy"), "cross-origin");
  }
  const other = await fetch(`${server.url}/sw.js`);
  await other.body?.cancel();
  assert.equal(other.headers.get("access-control-allow-origin"), null);
});
