/**
 * `deno task shots`: pictures of the pages in every state, in both languages and themes, on a desktop and a
 * phone.
 *
 *   deno task shots                    into data/shots/
 *   deno task shots docs/pictures      into another folder
 *   deno task shots --only chat-fa     only pictures with this in their name
 *
 * The pages come from a real server with made-up people, so that two runs differ only by what changed.
 */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { addressOf, ADMIN_STATES, adminText, enterAdmin, fillSites } from "../tests/browser/admin_states.ts";
import type { Places } from "../tests/browser/admin_states.ts";
import { enter, type Room } from "../tests/browser/room.ts";
import {
  leaveSettings,
  openSettings,
  SETTINGS_STATES,
  settingsText,
} from "../tests/browser/settings_states.ts";
import { FAILED, fillWorld, leave, type State, STATES, type World } from "../tests/browser/states.ts";
import { openStreet, type Street } from "../tests/browser/widget.ts";
import { openState, WIDGET_STATES } from "../tests/browser/widget_states.ts";
import { closeBrowser, type Stage, withBrowser } from "../tests/support/browser.ts";
import { startServer, type TestServer } from "../tests/support/server.ts";

type Look = { locale: "fa" | "en"; theme: "light" | "dark"; viewport: "desktop" | "phone" };

/** What a browser says when it is cut off, or shown what is not there. */
const EXPECTED = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to|status of 4\d\d/];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    args: Deno.args.filter((arg) => arg !== "--"),
    options: { only: { type: "string", default: "" } },
    allowPositionals: true,
  });
  const folder = positionals[0] ?? "data/shots";
  await Deno.mkdir(folder, { recursive: true });
  const server = await startServer({ built: true });
  const fresh = await startServer({ built: true, env: { ADMIN_EMAIL: "", ADMIN_PASSWORD: "" } });
  const empty = await startServer({ built: true });
  const panel = await startServer({ built: true });
  const around = await startServer({ built: true });
  const street = await openStreet(around);
  try {
    const setup_path = (await fresh.app.accounts.firstRun(null))!.setup_path;
    const scene = {
      world: await fillWorld(server),
      empty,
      setup: fresh.url + setup_path,
      panel,
      places: await fillSites(panel),
    };
    for (const look of looks()) {
      await withBrowser((stage) => takeAll(stage, scene, look, { folder, only: values.only }));
      await takeWidget(street, look, { folder, only: values.only });
    }
  } finally {
    await closeBrowser();
    await street.stop();
    for (const each of [server, fresh, empty, panel, around]) await each.stop();
  }
}

/** Each language and theme on each screen. */
function looks(): Look[] {
  return (["fa", "en"] as const).flatMap((locale) =>
    (["light", "dark"] as const).flatMap((theme) =>
      (["desktop", "phone"] as const).map((viewport) => ({ locale, theme, viewport }))
    )
  );
}

interface Scene {
  readonly world: World;
  /** A server on which nobody has said anything. */
  readonly empty: TestServer;
  /** Address of the first run's page. */
  readonly setup: string;
  /** A server with external sites, and what is looked at there. */
  readonly panel: TestServer;
  readonly places: Places;
}

interface Wanted {
  readonly folder: string;
  /** Part of the names of the pictures that are taken. */
  readonly only: string;
}

/** The chat of a site, each state in a browser and on a site of its own. */
async function takeWidget(street: Street, look: Look, { folder, only }: Wanted): Promise<void> {
  for (const state of WIDGET_STATES) {
    const full = [state.name, look.locale, look.theme, look.viewport].join("-");
    if (!full.includes(only)) continue;
    await withBrowser(async (stage) => {
      const { page } = await openState(stage, street, state, { ...look, reducedMotion: true, allow: [/./] });
      // What comes up after the page: an icon in the bar, a picture.
      await page.waitForLoadState("networkidle");
      await page.screenshot({ path: `${folder}/${full}.png` });
      console.log(`${folder}/${full}.png`);
    });
  }
}

async function takeAll(stage: Stage, scene: Scene, look: Look, { folder, only }: Wanted): Promise<void> {
  const { world, empty, setup, panel, places } = scene;
  const options = { ...look, reducedMotion: true, allow: EXPECTED };

  /** Brings a page into view if its picture is wanted, and takes it. */
  async function take(name: string, bring: () => Promise<Page>, after?: () => Promise<void>): Promise<void> {
    const full = [name, look.locale, look.theme, look.viewport].join("-");
    if (!full.includes(only)) return;
    const page = await bring();
    await page.evaluate("document.fonts.ready");
    await page.evaluate(() =>
      Promise.all(
        Array.from(document.images)
          .filter((image) => image.getBoundingClientRect().bottom > 0)
          .map((image) => image.decode().catch(() => {})),
      )
    );
    await page.screenshot({ path: `${folder}/${full}.png` });
    console.log(`${folder}/${full}.png`);
    await after?.();
  }

  async function inState({ path, arrange }: State, room: Room): Promise<Page> {
    await room.page.goto(world.server.url + path);
    await room.online();
    await arrange(room, world);
    return room.page;
  }

  const outside = await stage.newPerson(options);
  for (
    const [name, address] of [
      ["login", `${world.server.url}/login`],
      ["register", `${world.server.url}/register`],
      ["docs", `${world.server.url}/docs/api`],
      ["docs-call", `${world.server.url}/docs/api#post-messages`],
      ["setup", setup],
    ] as const
  ) {
    await take(name, async () => {
      await outside.page.goto(address, { waitUntil: "networkidle" });
      return outside.page;
    });
  }
  const viewer = await enter(stage, world.server, world.viewer, options);
  for (const state of STATES) {
    if (state.screen !== undefined && state.screen !== look.viewport) continue;
    await take(`chat-${state.name}`, () => inState(state, viewer), async () => {
      await state.undo?.(viewer);
      await leave(viewer);
    });
  }
  for (const { name, path, screen, arrange } of SETTINGS_STATES) {
    if (screen !== undefined && screen !== look.viewport) continue;
    const { context } = viewer.person;
    await take(`settings-${name}`, async () => {
      const page = await context.newPage();
      await openSettings(page, path);
      await arrange?.(page, settingsText(look.locale));
      return page;
    }, async () => {
      const page = context.pages().at(-1)!;
      await leaveSettings(page);
      await page.close();
    });
  }
  for (const state of ADMIN_STATES) {
    const { name, screen, arrange, empty: is_empty } = state;
    if (screen !== undefined && screen !== look.viewport) continue;
    await take(`admin-${name}`, async () => {
      const address = addressOf(state, places);
      const { page } = await enterAdmin(stage, is_empty ? empty : panel, address, options);
      await arrange?.(page, adminText(look.locale));
      return page;
    });
  }
  await take("missing", async () => {
    await viewer.page.goto("/nowhere");
    return viewer.page;
  });
  await take(`chat-${FAILED.name}`, async () => {
    return await inState(FAILED, await enter(stage, world.server, world.muted, options));
  });
  await take("chat-empty", async () => {
    const room = await enter(stage, empty, "mina", options);
    await room.page.getByText(membersText(look.locale).square.title)
      .waitFor();
    return room.page;
  });
}

await main();
