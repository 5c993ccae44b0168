/** A shop with the real widget on it, and the chat in its frame as a visitor finds it. */
import assert from "node:assert/strict";
import type { FrameLocator, Locator, Page } from "playwright-core";
import type { Person, PersonOptions, Stage } from "../support/browser.ts";
import type { Client } from "../support/client.ts";
import { startHost } from "../support/host.ts";
import { OWNER } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { widgetText } from "@/lib/i18n/widget/mod.ts";
import type { WidgetText } from "@/lib/i18n/widget/mod.ts";
import { PATIENCE } from "./room.ts";
import { put } from "./shop.ts";
import { storefront } from "./storefront.ts";

/** A server with people who answer, and a page of somebody else's beside it. */
export interface Street {
  readonly server: TestServer;
  readonly owner: Client;
  /** Answers visitors. */
  readonly sara: Client;
  readonly host: ReturnType<typeof startHost>;
  /** A site that this page may show. */
  site(settings?: Record<string, unknown>): Promise<string>;
  /** Changes a site. */
  change(site_id: string, settings: Record<string, unknown>): Promise<void>;
  stop(): Promise<void>;
}

export async function openStreet(server: TestServer): Promise<Street> {
  const host = startHost();
  const owner = await server.owner();
  const sara = await server.person("sara", { first_name: "سارا", last_name: "احمدی" });
  await owner.patch(`/api/admin/users/${sara.me.id}`, { role: "agent" });
  return {
    ...{ server, owner, sara, host },
    async site(settings = {}) {
      const { status, body } = await owner.post("/api/admin/sites", {
        ...{ name: "سفالینه", domains: [new URL(host.origin).host], primary_color: "#9c4a26" },
        ...settings,
      });
      assert.equal(status, 201, JSON.stringify(body));
      return body.site_id;
    },
    async change(site_id, settings) {
      const { status, body } = await owner.patch(`/api/admin/sites/${site_id}`, settings);
      assert.equal(status, 200, JSON.stringify(body));
    },
    stop: () => host.stop(),
  };
}

export { OWNER };

export interface ChatOptions extends PersonOptions {
  readonly layout?: "floating" | "inline" | "popout";
  /** Query of the host's page, to tell pages apart. */
  readonly person?: Person;
}

export interface Chat {
  readonly person: Person;
  readonly page: Page;
  readonly frame: FrameLocator;
  readonly t: WidgetText;
  readonly chat: ChatText;
  readonly root: Locator;
  readonly log: Locator;
  readonly composer: Locator;
  readonly bubbles: Locator;
  bubble(text: string): Locator;
  write(text: string): Promise<void>;
  settled(text: string): Promise<void>;
  online(): Promise<void>;
}

/** Somebody opens the chat on a page of the host's. */
export async function visitChat(
  stage: Stage,
  { server, host }: Street,
  site_id: string,
  { layout = "floating", person: given, ...options }: ChatOptions = {},
): Promise<Chat> {
  const { locale = "fa", theme = "light" } = options;
  const position = locale === "fa" ? "left" : "right";
  const more = `data-locale="${locale}" data-theme="${theme}" data-position="${position}" ${
    layout === "floating" ? "data-open" : ""
  }`;
  const script = `<script src="${server.url}/widget.js" data-site-id="${site_id}" ${more} async></script>`;
  const container = layout === "inline" ? '<div id="chat-container"></div>' : "";
  const body = await storefront(locale, theme === "dark" ? "dark" : "light", container);
  const address = put(host, { lang: locale, head: script, body });
  const person = given ?? await stage.newPerson({ ...options, locale, theme });
  // So that locators see into it: that it is closed is tried by itself.
  await person.context.addInitScript(() => {
    const { attachShadow } = Element.prototype;
    Element.prototype.attachShadow = function (init) {
      return attachShadow.call(this, { ...init, mode: "open" });
    };
  });
  const { page } = person;
  if (layout === "popout") {
    await page.goto(`${server.url}/widget/${site_id}?locale=${locale}&theme=${theme}`);
  } else await page.goto(address);
  return chatOf(person, locale, layout === "popout" ? null : "iframe");
}

/** By what the page around a chat knows the visitor. */
export function keptBy({ page }: Pick<Chat, "page">, site_id: string): Promise<string | null> {
  return page.evaluate((key) => localStorage.getItem(key), `peyk:${site_id}`);
}

export function chatOf(person: Person, locale: "fa" | "en", within: string | null): Chat {
  const { page } = person;
  const frame = page.frameLocator(within ?? "none");
  const at = (selector: string) => within ? frame.locator(selector) : page.locator(selector);
  const t = widgetText(locale), chat = chatText(locale);
  const composer = at("#composer");
  const log = at("[role=log]");
  const bubble = (text: string) => log.locator("article", { hasText: text });
  return {
    ...{ person, page, frame, t, chat, log, composer, bubble },
    root: at("main.widget"),
    bubbles: log.locator("article"),
    async write(text) {
      await composer.fill(text);
      await at(`button[aria-label="${chat.composer.send}"]`).click();
    },
    settled: (text) =>
      bubble(text).and(at("article:not([aria-busy])")).first().waitFor({ timeout: PATIENCE }),
    online: () => at('main.widget[data-connection="online"]').waitFor({ timeout: PATIENCE }),
  };
}

/** Waits until the chat shows these words. */
export const sees = (chat: Chat, words: string) => chat.bubble(words).first().waitFor({ timeout: PATIENCE });
