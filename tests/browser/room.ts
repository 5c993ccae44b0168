/** The chat as a person finds it on the screen: what is there is looked for by role and name, as they would. */
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Stage } from "../support/browser.ts";
import type { Person, PersonOptions } from "../support/person.ts";
import type { TestServer } from "../support/server.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";

/** Longer than any condition takes on a slow and busy machine; no test passes by it. */
export const PATIENCE = 30_000;

export interface Room {
  readonly person: Person;
  readonly page: Page;
  readonly t: ChatText;
  readonly log: Locator;
  readonly composer: Locator;
  /** Rows of messages, oldest first. */
  readonly rows: Locator;
  /** The row with exactly this text. */
  row(text: string): Locator;
  /** Writes and sends as one does on this screen. */
  write(text: string): Promise<void>;
  /** Waits until a message with this text is committed. */
  settled(text: string): Promise<void>;
  /** Waits until the connection stands. */
  online(): Promise<void>;
  /** Waits until there is none. */
  offline(): Promise<void>;
  /** The texts of all messages, oldest first. */
  texts(): Promise<string[]>;
  /** Waits until the texts are these, each once and in this order. */
  shows(texts: readonly string[]): Promise<void>;
}

/** What is in the room of a person's page. */
export function roomOf(person: Person, locale: "fa" | "en" = "fa", page: Page = person.page): Room {
  const t = chatText(locale);
  const log = page.getByRole("log");
  const composer = page.locator("#composer");
  const status = (state: string) =>
    page.locator(`[data-connection="${state}"]`).waitFor({ timeout: PATIENCE });
  const texts = () =>
    log.locator("article .prose").evaluateAll((found) =>
      // In a bubble the time stands beside the words.
      found.map((each) => (each.querySelector(".bub-words") ?? each).textContent)
    );
  const row = (text: string) => log.locator("article").filter({ has: page.getByText(text, { exact: true }) });
  return {
    person,
    page,
    t,
    log,
    composer,
    rows: log.locator("article"),
    row,
    async write(text) {
      await composer.fill(text);
      await page.getByRole("button", { name: t.composer.send }).click();
    },
    settled: (text) => row(text).and(page.locator(":not([aria-busy])")).waitFor({ timeout: PATIENCE }),
    online: () => status("online"),
    offline: () => status("offline"),
    texts,
    async shows(wanted) {
      await eventually(async () => assert.deepEqual(await texts(), wanted));
    },
  };
}

/** Somebody with an account, signed in at a browser of their own, in the room. */
export async function enter(
  stage: Stage,
  server: Pick<TestServer, "url">,
  name: string,
  { path = "/chat", account = {}, ...options }: PersonOptions & EnterOptions = {},
): Promise<Room> {
  const person = await stage.newPerson({ name, baseURL: server.url, ...options });
  await register(person, server.url, name, account);
  await person.page.goto(path);
  const room = roomOf(person, options.locale);
  if (options.javaScript !== false) await room.online();
  return room;
}

interface EnterOptions {
  readonly path?: string;
  readonly account?: Record<string, string>;
}

/** Makes an account, or signs in where there is one, with the browser's own cookie. */
export async function register(
  { context }: Person,
  origin: string,
  name: string,
  account: Record<string, string> = {},
): Promise<void> {
  const data = { email: `${name}@peyk.test`, password: `${name}-password`, username: name, ...account };
  const headers = { origin };
  const made = await context.request.post(`${origin}/api/auth/register`, { data, headers });
  if (made.status() === 201) return;
  const answer = await context.request.post(`${origin}/api/auth/login`, { data, headers });
  assert.equal(answer.status(), 200, `${await made.text()} ${await answer.text()}`);
}

/** Tries until the assertion holds. @throws what it last threw */
export async function eventually(check: () => Promise<void> | void, patience = PATIENCE): Promise<void> {
  const end = Date.now() + patience;
  while (true) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

/** Waits until there are as many of these. */
export const counts = (found: Locator, wanted: number): Promise<void> =>
  eventually(async () => assert.equal(await found.count(), wanted));

/** Waits until this is what stands in a field. */
export const holds = (field: Locator, wanted: string): Promise<void> =>
  eventually(async () => assert.equal(await field.inputValue(), wanted));

/** Waits until somebody's field, button or link has the focus. */
export const focused = (wanted: Locator): Promise<void> =>
  eventually(async () => assert(await wanted.evaluate((one) => one === document.activeElement)));
