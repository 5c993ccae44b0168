/** A page of somebody else's with the widget on it, and the eyes and hands to try it with. */
import assert from "node:assert/strict";
import type { Frame, Locator, Page } from "playwright-core";
import type { FromFrame } from "@/lib/widget/messages.ts";
import type { Person, PersonOptions, Stage } from "../support/browser.ts";
import type { Host } from "../support/host.ts";
import { eventually } from "./room.ts";
import { scriptFrame } from "./scripted_frame.ts";

/** What a shop's page has below its head: enough to see whether anything of it moved. */
export const GOODS =
  `<h1>گلدان فیروزه‌ای لالجین</h1><p>چرخ‌کاری‌شده با دست.</p><button id="buy">افزودن به سبد</button>
<div class="row"><div>کاسهٔ لاجوردی</div><div>لیوان خال‌دار</div></div>`;

export interface PageParts {
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

let pages = 0;

/** Puts a plain HTML file at an address of its own. @returns the address */
export function put(host: Host, { lang = "fa", head = "", body = GOODS, headers }: PageParts): string {
  const path = `/${++pages}.html`;
  const html = `<!doctype html><html lang="${lang}" dir="${lang === "fa" ? "rtl" : "ltr"}"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
<title>سفالینه</title>${head}</head><body><main>${body}</main></body></html>`;
  host.put(path, { html, headers });
  return host.origin + path;
}

/** What a scripted frame was told. */
type Told = Record<string, unknown> & { readonly type: string };

export interface Shop {
  readonly person: Person;
  readonly page: Page;
  readonly widget: Locator;
  readonly launcher: Locator;
  readonly teaser: Locator;
  readonly panel: Locator;
  /** The widget's scripted frame, once the page has answered its first word. */
  frame(): Promise<Frame>;
  /** Lets the scripted frame say something. */
  say(message: FromFrame): Promise<void>;
  /** What it was told, of one type. */
  told(type: string): Promise<Told[]>;
  /** Waits for the widget to have gone, or never to have come. @returns the explanation in the console */
  gone(): Promise<string>;
}

export interface VisitOptions extends PersonOptions {
  /** Of the frame's document; without it one that says what it is let say. `null`: the server's own. */
  readonly frame?: string | null;
  /** Shadow roots stay as closed as they are. */
  readonly closed?: boolean;
}

/**
 * Somebody's browser on that page. Pages open their shadow roots, so that locators see into them: that the
 * widget's is closed is tried by itself.
 */
export async function visit(
  stage: Stage,
  address: string,
  server: string,
  { frame, closed = false, ...options }: VisitOptions = {},
): Promise<Shop> {
  const person = await stage.newPerson(options);
  const { context, page } = person;
  if (frame !== null) await scriptFrame(context, server, frame);
  if (!closed) {
    await context.addInitScript(() => {
      const { attachShadow } = Element.prototype;
      Element.prototype.attachShadow = function (init) {
        return attachShadow.call(this, { ...init, mode: "open" });
      };
    });
  }
  const shop = shopOf(person);
  await page.goto(address);
  return shop;
}

export function shopOf(person: Person): Shop {
  const { page } = person;
  const explanations: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("Peyk:")) explanations.push(message.text());
  });
  const widget = page.locator("peyk-widget");
  const iframe = widget.locator("iframe");

  async function frame(): Promise<Frame> {
    await iframe.waitFor({ state: "attached" });
    const found = await (await iframe.elementHandle())!.contentFrame();
    // It runs before it is told anything: what comes first is on its way for a moment.
    await found!.waitForFunction(() =>
      (globalThis as unknown as { told?: Told[] }).told?.some(({ type }) => type === "start")
    );
    return found!;
  }

  return {
    person,
    page,
    widget,
    launcher: widget.locator(".launcher"),
    teaser: widget.locator(".teaser"),
    panel: widget.locator(".panel"),
    frame,
    async say(message) {
      await (await frame()).evaluate((message) => {
        (globalThis as unknown as { say(message: unknown): void }).say(message);
      }, message);
    },
    async told(type) {
      const all = await (await frame()).evaluate(() => (globalThis as unknown as { told: Told[] }).told);
      return all.filter((message) => message.type === type);
    },
    async gone() {
      while (explanations.length === 0) await page.waitForEvent("console");
      await eventually(async () => assert.equal(await widget.count(), 0, "something of the widget is left"));
      assert.equal(explanations.length, 1, "it is explained once");
      return explanations[0]!;
    },
  };
}
