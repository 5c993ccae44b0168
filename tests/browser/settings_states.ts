/** The settings in every state one can bring them into: for pictures, and for what must hold in all of them. */
import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { type SettingsText, settingsText } from "@/lib/i18n/settings/mod.ts";
import type { Stage } from "../support/browser.ts";
import type { Person, PersonOptions } from "../support/person.ts";
import type { TestServer } from "../support/server.ts";
import { png } from "../support/upload.ts";
import { register } from "./room.ts";

export interface SettingsState {
  readonly name: string;
  readonly path: string;
  /** Only on this screen. */
  readonly screen?: "desktop" | "phone";
  /** Brings the open page into the state. */
  arrange?(page: Page, t: SettingsText): Promise<void>;
}

/** What the browser says of refusals and cuts that a test brings about. */
export const REFUSALS = /status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to/;

/** Somebody with an account, in the settings. */
export async function enterSettings(
  stage: Stage,
  server: Pick<TestServer, "url">,
  name: string,
  path: string,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await stage.newPerson({ name, baseURL: server.url, allow: [REFUSALS], ...options });
  await register(person, server.url, name, { first_name: name });
  await openSettings(person.page, path);
  return person;
}

export const SECTIONS = ["profile", "account", "sessions", "appearance", "notifications"] as const;

/** Opens a section and waits until its scripts have taken over. */
export async function openSettings(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await takenOver(page);
}

/** Waits until the scripts of a page have taken over: before, a press is one of a page without scripts. */
export async function takenOver(page: Page): Promise<void> {
  // Without scripts nothing takes over, and no frame would ever be told of.
  if (!await page.evaluate("matchMedia('(scripting: enabled)').matches")) return;
  await page.waitForFunction(() =>
    !document.getElementById("fresh-islands") || performance.getEntriesByName("fresh:hydrated").length > 0
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** Chooses a picture as the system's own window would give it. */
export async function choosePicture(
  page: Page,
  bytes: Uint8Array,
  name = "picture.png",
  mimeType = "image/png",
): Promise<void> {
  await page.locator(".needs-scripts input[type=file]").setInputFiles({
    name,
    mimeType,
    buffer: Buffer.from(bytes),
  });
}

/** A browser in which somebody has said no. */
export async function denyNotices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.defineProperty(Notification, "permission", { get: () => "denied" });
  });
}

export const SETTINGS_STATES: readonly SettingsState[] = [
  { name: "list", path: "/settings" },
  ...SECTIONS.map((name) => ({ name, path: `/settings/${name}` })),
  {
    name: "crop",
    path: "/settings/profile",
    async arrange(page, t) {
      await choosePicture(page, await png(640, 420));
      await page.getByRole("dialog", { name: t.profile.crop }).waitFor();
    },
  },
  {
    name: "refused",
    path: "/settings/profile",
    async arrange(page, t) {
      await page.locator("#first_name").fill("نامی که هیچ‌جا جا نمی‌شود ".repeat(6));
      await page.locator("#username").fill("arash");
      await page.getByRole("button", { name: t.profile.addGame }).click();
      await page.locator("#game_0").fill("شطرنج");
      await page.locator("form", { has: page.locator("#game_0") }).locator("[type=submit]").last().click();
      await page.getByText(t.profile.gameIncomplete).waitFor();
      await choosePicture(page, new TextEncoder().encode("no picture"), "letter.png");
      await page.locator("[role=alert]").nth(1).waitFor();
      await page.locator("#username-note.text-danger").waitFor();
    },
  },
  {
    name: "ending",
    path: "/settings/sessions",
    async arrange(page, t) {
      await page.getByRole("button", { name: t.sessions.others }).click();
      await page.getByRole("dialog", { name: t.sessions.othersTitle }).waitFor();
    },
  },
  {
    name: "wrong-password",
    path: "/settings/account",
    async arrange(page, t) {
      await page.locator("#current_password").fill("not this one");
      await page.locator("#new_password").fill("kiln-cobalt-7");
      await page.getByRole("button", { name: t.account.submit }).click();
      await page.getByText(t.account.wrong).waitFor();
    },
  },
  {
    name: "denied",
    path: "/settings/notifications",
    async arrange(page, t) {
      await denyNotices(page);
      await openSettings(page, "/settings/notifications");
      await page.getByText(t.notifications.states.denied).waitFor();
    },
  },
  {
    name: "offline",
    path: "/settings/notifications",
    async arrange(page, t) {
      await page.context().setOffline(true);
      await page.getByRole("switch", { name: t.notifications.sound }).click();
      await page.getByText(t.live.offline).waitFor();
    },
  },
];

/** Ends a state without a trace. */
export async function leaveSettings(page: Page): Promise<void> {
  await page.context().setOffline(false);
  await page.goto("about:blank");
}

export { settingsText };
