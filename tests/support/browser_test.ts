import assert from "node:assert/strict";
import { browserTest, type Stage, withBrowser } from "./browser.ts";

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'";

/** Serves one page with this body, and `script` as /page.js, under a strict policy. */
async function serving(body: string, script: string, act: (url: string) => Promise<void>): Promise<void> {
  const html =
    `<!doctype html><html lang="en"><head><title>Page</title><script src="/page.js"></script></head>` +
    `<body><main><h1>Page</h1>${body}</main></body></html>`;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, (request) => {
    const { pathname } = new URL(request.url);
    const headers = { "content-security-policy": POLICY };
    if (pathname === "/page.js") {
      return new Response(script, { headers: { "content-type": "text/javascript" } });
    }
    if (pathname === "/favicon.ico") return new Response(null, { status: 204 });
    if (pathname !== "/") return new Response("no", { status: 404, headers });
    return new Response(html, { headers: { ...headers, "content-type": "text/html; charset=utf-8" } });
  });
  try {
    await act(`http://127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** Opens the page as one person. */
async function visit({ newPerson }: Stage, baseURL: string, allow: RegExp[] = []): Promise<void> {
  const { page } = await newPerson({ name: "leila", baseURL, allow });
  await page.goto("/");
}

Deno.test("a quiet page passes", async () => {
  await serving("", "", (url) => withBrowser((stage) => visit(stage, url)));
});

const COMPLAINTS = {
  "a console error": ["", "console.error('broken thing')", /broken thing/],
  "an uncaught error": ["", "throw new Error('thrown thing')", /uncaught: Error: thrown thing/],
  "a rejection nobody handles": ["", "Promise.reject(new Error('left alone'))", /left alone/],
  "a missing file": ['<img src="/none.png" alt="">', "", /404/],
  "an inline style": ['<p style="color:red">x</p>', "", /policy: style-src/],
  "an inline script": ["<script>1</script>", "", /policy: script-src/],
} as const;

for (const [what, [body, script, pattern]] of Object.entries(COMPLAINTS)) {
  Deno.test(`${what} fails the test, unless it was expected`, async () => {
    await serving(body, script, async (url) => {
      await assert.rejects(withBrowser((stage) => visit(stage, url)), (error: Error) => {
        assert.match(error.message, /leila's browser complained/);
        assert.match(error.message, pattern);
        return true;
      });
      await withBrowser((stage) => visit(stage, url, [/./]));
    });
  });
}

Deno.test("what the test itself throws is what it fails with", async () => {
  await serving("", "console.error('broken thing')", async (url) => {
    await assert.rejects(
      withBrowser(async (stage) => {
        await visit(stage, url);
        throw new Error("expected two messages");
      }),
      /expected two messages/,
    );
  });
});

browserTest(
  "axe finds faults under a strict policy, and nothing where there is none",
  async ({ newPerson }) => {
    await serving('<img src="/page.js">', "", async (baseURL) => {
      const { page, axe } = await newPerson({ baseURL });
      await page.goto("/");
      assert.deepEqual((await axe()).map((violation) => violation.rule), ["image-alt"]);
      await page.locator("img").evaluate((image) => image.remove());
      assert.deepEqual(await axe(), []);
    });
  },
);

browserTest("people have languages, themes, screens and cookies of their own", async ({ newPerson }) => {
  await serving("", "", async (baseURL) => {
    const leila = await newPerson({ baseURL, viewport: "phone", theme: "dark" });
    const arash = await newPerson({ baseURL, locale: "en", reducedMotion: true });
    const seen = [];
    for (const { page } of [leila, arash]) {
      await page.goto("/");
      seen.push(
        await page.evaluate(() => ({
          language: navigator.language,
          width: innerWidth,
          dark: matchMedia("(prefers-color-scheme: dark)").matches,
          still: matchMedia("(prefers-reduced-motion: reduce)").matches,
        })),
      );
    }
    assert.deepEqual(seen[0]?.language, "fa-IR");
    assert.deepEqual([seen[0]?.dark, seen[0]?.still], [true, false]);
    assert.deepEqual(seen[1], { language: "en-GB", width: 1280, dark: false, still: true });
    await leila.page.evaluate(() => void (document.cookie = "mine=1"));
    assert.equal((await arash.context.cookies()).length, 0);
    assert.equal((await leila.context.cookies()).length, 1);
  });
});
