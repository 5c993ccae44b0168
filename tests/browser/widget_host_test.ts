/** What the widget does to pages of others, and they to it: two real origins, plain HTML files. */
import assert from "node:assert/strict";
import { browserTest } from "../support/browser.ts";
import type { PersonOptions, Stage } from "../support/browser.ts";
import { type HostPage, startHost } from "../support/host.ts";
import { startServer } from "../support/server.ts";
import { type Scripted, scripted, SITE } from "./scripted_frame.ts";
import { GOODS, html, type PageParts, type Shop, visit } from "./shop.ts";

const server = await startServer({ built: true });
const host = startHost();
Deno.test.afterAll(async () => {
  await host.stop();
  await server.stop();
});

const script = (attributes = "async") =>
  `<script src="${server.url}/widget.js" data-site-id="${SITE}" ${attributes}></script>`;

let pages = 0;

/** Puts a page at an address of its own. */
function put(parts: PageParts, headers?: HostPage["headers"]): string {
  const path = `/${++pages}.html`;
  host.put(path, { html: html(parts), headers });
  return host.origin + path;
}

interface Wanted extends PageParts, Scripted {
  readonly headers?: HostPage["headers"];
  readonly options?: PersonOptions;
}

/** Somebody looks at a page with the widget on it. */
async function shop(stage: Stage, wanted: Wanted = {}): Promise<Shop> {
  const { headers, options, config, frame, ...parts } = wanted;
  const address = put({ head: script(), ...parts }, headers);
  const withRoutes: Stage = {
    ...stage,
    async newPerson(options) {
      const person = await stage.newPerson(options);
      await scripted(person.context, server.url, { config, frame });
      return person;
    },
  };
  return await visit(withRoutes, address, options);
}

const WAYS: Readonly<Record<string, PageParts>> = {
  "async in the head": { head: script("async") },
  "deferred in the head": { head: script("defer") },
  "without either, in the head": { head: script("") },
  "at the end of the body": { head: "", body: GOODS + script("") },
  "as a module": {
    head: `<script type="module" src="${server.url}/widget.js" data-site-id="${SITE}"></script>`,
  },
  "put in by another": {
    head: `<script>onload = () => {
      const script = document.createElement("script");
      script.src = "${server.url}/widget.js";
      script.dataset.siteId = "${SITE}";
      document.head.append(script);
    }</script>`,
  },
};
for (const [way, parts] of Object.entries(WAYS)) {
  browserTest(`the launcher stands in the page: script ${way}`, async (stage) => {
    const { launcher, page, frame } = await shop(stage, parts);
    await launcher.click();
    await frame();
    assert.equal(await page.locator("peyk-widget").count(), 1);
    assert.equal(await launcher.getAttribute("aria-expanded"), "true");
  });
}
