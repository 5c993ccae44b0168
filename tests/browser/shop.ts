/** A page of somebody else's with the widget on it, and the eyes and hands to try it with. */
import assert from "node:assert/strict";
import type { Frame, Locator, Page } from "playwright-core";
import type { FromFrame } from "@/lib/widget/messages.ts";
import type { Person, PersonOptions, Stage } from "../support/browser.ts";

/** What a shop's page has below its head: enough to see whether anything of it moved. */
export const GOODS = `<h1>گلدان فیروزه‌ای لالجین</h1><p>چرخ‌کاری‌شده با دست.</p><button>افزودن به سبد</button>
<div class="row"><div>کاسهٔ لاجوردی</div><div>لیوان خال‌دار</div></div>`;

export interface PageParts {
  readonly lang?: string;
  readonly head?: string;
  readonly body?: string;
}

/** A plain HTML file. */
export function html({ lang = "fa", head = "", body = GOODS }: PageParts): string {
  return `<!doctype html><html lang="${lang}" dir="${
    lang === "fa" ? "rtl" : "ltr"
  }"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>سفالینه</title>${head}</head><body>${body}</body></html>`;
}

export interface Shop {
  readonly person: Person;
  readonly page: Page;
  readonly widget: Locator;
  readonly launcher: Locator;
  readonly teaser: Locator;
  readonly panel: Locator;
  /** The widget's frame, once its script runs. */
  frame(): Promise<Frame>;
  /** Lets a scripted frame say something. */
  say(message: FromFrame): Promise<void>;
  /** Waits for the widget to have gone, or never to have come. @returns the explanation in the console */
  gone(): Promise<string>;
  /** What the console was told by the widget. */
  readonly explanations: readonly string[];
}

/**
 * Somebody's browser. Its pages open their shadow roots, so that locators see into them: that the widget's is
 * closed is tried by itself.
 */
export async function visit(stage: Stage, address: string, options: PersonOptions = {}): Promise<Shop> {
  const person = await stage.newPerson(options);
  const { page } = person;
  await person.context.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: "open" });
    };
  });
  const explanations: string[] = [];
  page.on("console", (message) => {
    if (message.text().startsWith("Peyk:")) explanations.push(message.text());
  });
  const shop = shopOf(person, explanations);
  await page.goto(address);
  return shop;
}

export function shopOf(person: Person, explanations: string[]): Shop {
  const { page } = person;
  const widget = page.locator("peyk-widget");
  const frame = async () => {
    await widget.locator("iframe").waitFor({ state: "attached" });
    for (;;) {
      const found = page.frames().find((each) => /\/widget\/[^/]+\?/.test(each.url()));
      if (found && await found.evaluate(() => "told" in globalThis).catch(() => false)) return found;
      await page.waitForTimeout(20);
    }
  };
  return {
    person,
    page,
    widget,
    launcher: widget.locator(".launcher"),
    teaser: widget.locator(".teaser"),
    panel: widget.locator(".panel"),
    frame,
    explanations,
    async say(message) {
      await (await frame()).evaluate((message) => {
        (globalThis as unknown as { say(message: unknown): void }).say(message);
      }, message);
    },
    async gone() {
      while (explanations.length === 0) await page.waitForEvent("console");
      assert.equal(await widget.count(), 0, "something of the widget is left");
      return explanations[0]!;
    },
  };
}
