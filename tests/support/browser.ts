/**
 * A real browser for the tests: one process a test file, one context a person.
 *
 *   browserTest("a second browser sees it", async ({ newPerson }) => {
 *     const leila = await newPerson({ baseURL: server.url });
 *     await leila.page.goto("/chat");
 *     assert.deepEqual(await leila.axe(), []);
 *   });
 *
 * What a person's browser complained about (console errors, uncaught errors, violations of the
 * Content-Security-Policy) fails the test at its end, unless the test said that it expects it.
 */
import { type Browser, chromium } from "playwright-core";
import { findChromium, findWholeChromium } from "../../tools/chromium.ts";
import { newPerson, type Person, type PersonOptions } from "./person.ts";

export type { Person, PersonOptions } from "./person.ts";

/** Everything that a headless browser on a test machine should leave alone. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Which browser: the engine by itself, or a whole one, which has permissions to give and keeps pages. */
type Kind = "shell" | "whole";

const running = new Map<Kind, Promise<Browser>>();

/** What a browser test is given. Persons made here are checked and closed when the test ends. */
export interface Stage {
  readonly browser: Browser;
  newPerson(options?: PersonOptions): Promise<Person>;
}

/** The browser of this test process, started when first asked for. */
export function browser(kind: Kind = "shell"): Promise<Browser> {
  const known = running.get(kind);
  if (known) return known;
  const started = launch(kind);
  running.set(kind, started);
  return started;
}

async function launch(kind: Kind): Promise<Browser> {
  const { path, env } = kind === "whole" ? await findWholeChromium() : await findChromium();
  return await chromium.launch({
    executablePath: path,
    env: { ...Deno.env.toObject(), ...env },
    headless: true,
    args: FLAGS,
  });
}

/** Closes each browser that was started. Tests made with {@link browserTest} see to it themselves. */
export async function closeBrowser(): Promise<void> {
  const closing = [...running.values()];
  running.clear();
  for (const one of closing) await (await one).close();
}

/**
 * Runs `body` with the browser, then closes everyone's context.
 *
 * @throws what `body` threw; otherwise AssertionError if any browser complained
 */
export async function withBrowser(body: (stage: Stage) => Promise<void>, kind?: Kind): Promise<void> {
  const shared = await browser(kind);
  const people: Person[] = [];
  try {
    await body({
      browser: shared,
      newPerson: async (options) => {
        const person = await newPerson(shared, options);
        people.push(person);
        return person;
      },
    });
    for (const person of people) await hearOut(person);
  } catch (error) {
    for (const person of people) await tellAbout(person);
    throw error;
  } finally {
    for (const person of people) await person.context.close();
  }
  for (const person of people) person.assertNoProblems();
}

/** A test in a browser. The browser is closed after the last test of the file. */
export function browserTest(name: string, body: (stage: Stage) => Promise<void>, kind?: Kind): void {
  Deno.test({
    name,
    fn: () => withBrowser(body, kind),
    // The browser's process and pipes outlive the test on purpose: they belong to the whole file.
    sanitizeOps: false,
    sanitizeResources: false,
  });
}

/**
 * A browser's messages arrive in order, so that an answer to one more question means that everything
 * said before it has been heard. A page that is just closing or leaving has nothing more to say.
 */
async function hearOut({ context }: Person): Promise<void> {
  for (const page of context.pages()) {
    await Promise.race([page.evaluate("0").catch(() => {}), new Promise((done) => setTimeout(done, 2000))]);
  }
}

/** A failure in a browser is hard to read from its stack: what was on the screen, and where, says more. */
async function tellAbout(person: Person): Promise<void> {
  const file = await Deno.makeTempFile({ prefix: "browser-test-", suffix: ".png" });
  try {
    await person.page.screenshot({ path: file, timeout: 5000 });
    console.error(`${person.name} was at ${person.page.url()}, picture in ${file}`);
  } catch {
    console.error(`${person.name} was at ${person.page.url()}, no picture could be taken`);
  }
  for (const problem of person.problems()) console.error(`${person.name}: ${problem}`);
}

Deno.test.afterAll(closeBrowser);
