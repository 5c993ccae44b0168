/**
 * `deno task shots`: pictures of the pages in both languages and themes, on a desktop and a phone.
 *
 *   deno task shots                    into data/shots/
 *   deno task shots docs/pictures      into another folder
 *   deno task shots --only chat        only pictures with this in their name
 *
 * The pages come from a real server with made-up people, so that two runs differ only by what changed.
 */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { closeBrowser, withBrowser } from "../tests/support/browser.ts";
import { startServer, type TestServer } from "../tests/support/server.ts";

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Seen by somebody who is signed in. */
  readonly signedIn?: boolean;
  /** What has to be on the page before the picture is taken. */
  readonly ready: string;
}

const SHOTS: readonly Shot[] = [
  { name: "register", path: "/register", ready: "form" },
  { name: "login", path: "/login", ready: "form" },
  { name: "chat", path: "/chat", ready: "[role=log]", signedIn: true },
  { name: "missing", path: "/nowhere", ready: "main", signedIn: true },
];

const CONVERSATION: readonly [person: string, text: string][] = [
  ["arash", "سلام به همه 👋 نسخه‌ی تازه را کسی امتحان کرده؟"],
  ["leila", "بله، از دیروز. صفحه‌ی گفتگو خیلی سریع باز می‌شود."],
  ["leila", "فقط این را ببینید: https://example.org/docs?lang=fa"],
  ["arash", "Looks good here too, even on the old phone."],
  ["mina", "جلسه‌ی ساعت ۱۰:۳۰ سر جایش است؟ یادداشت‌های Sprint 14 را هم بیاورید."],
  ["arash", "بله. من تا پیش از جلسه خلاصه‌اش را می‌فرستم،\nهمراه با فهرست کارهای مانده."],
];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: { only: { type: "string", default: "" } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? "data/shots";
  await Deno.mkdir(folder, { recursive: true });
  const server = await startServer({ built: true });
  try {
    await fill(server);
    for (const shot of SHOTS) {
      for (const look of looks()) {
        const name = [shot.name, look.locale, look.theme, look.viewport].join("-");
        if (!name.includes(values.only)) continue;
        await take(server, shot, look, `${folder}/${name}.png`);
        console.log(`${folder}/${name}.png`);
      }
    }
  } finally {
    await closeBrowser();
    await server.stop();
  }
}

async function fill(server: TestServer): Promise<void> {
  const people = new Map<string, Awaited<ReturnType<TestServer["person"]>>>();
  for (const [name, content] of CONVERSATION) {
    const person = people.get(name) ?? await server.person(name);
    people.set(name, person);
    const { status, body } = await person.post("/api/messages/", { content });
    if (status !== 201) throw new Error(`A message was refused: ${JSON.stringify(body)}`);
  }
}

type Look = { locale: "fa" | "en"; theme: "light" | "dark"; viewport: "desktop" | "phone" };

/** Each language and theme on each screen. */
function looks(): Look[] {
  return (["fa", "en"] as const).flatMap((locale) =>
    (["light", "dark"] as const).flatMap((theme) =>
      (["desktop", "phone"] as const).map((viewport) => ({ locale, theme, viewport }))
    )
  );
}

async function take(server: TestServer, shot: Shot, look: Look, file: string): Promise<void> {
  await withBrowser(async ({ newPerson }) => {
    // A page that is not there says so in the console as well.
    const allow = [/404/];
    const { page } = await newPerson({
      ...look,
      name: shot.name,
      baseURL: server.url,
      reducedMotion: true,
      allow,
    });
    if (shot.signedIn) await signIn(page, server.url);
    await page.goto(shot.path, { waitUntil: "networkidle" });
    await page.locator(shot.ready).first().waitFor({ timeout: 10_000 });
    await page.evaluate("document.fonts.ready");
    await page.screenshot({ path: file });
  });
}

async function signIn(page: Page, origin: string): Promise<void> {
  const answer = await page.request.post("/api/auth/login", {
    data: { email: "mina@peyk.test", password: "mina-password" },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`Signing in failed: ${await answer.text()}`);
}

await main();
