/** The chat in every state one can bring it into: for pictures of it, and for what must hold in all of them. */
import assert from "node:assert/strict";
import type { TestServer } from "../support/server.ts";
import type { Client } from "../support/client.ts";
import { photo } from "../support/pictures.ts";
import { upload } from "../support/upload.ts";
import { PEOPLE } from "./cast.ts";
import { DIRECT_STATES } from "./direct_states.ts";
import { FILE_STATES } from "./file_states.ts";
import { ATTENTION } from "./attention_states.ts";
import { GROUP_STATES } from "./group_states.ts";
import { PEOPLE_STATES } from "./people_states.ts";
import { LIST_STATES } from "./list_states.ts";
import { PLACES } from "./places_states.ts";
import { SEARCH_STATES } from "./search_states.ts";
import { eventually } from "./room.ts";
import type { Room } from "./room.ts";
import { actsText } from "@/lib/i18n/acts/mod.ts";

export interface State {
  readonly name: string;
  readonly path: "/chat" | "/chat/list";
  /** Only on this screen. */
  readonly screen?: "desktop" | "phone";
  /** Brings the open page into the state. */
  arrange(room: Room, world: World): Promise<void>;
  /** Takes back what would be there in the next state as well. */
  undo?(room: Room): Promise<void>;
}

/** People who have talked, and one who may not. */
export interface World {
  readonly server: TestServer;
  /** Who looks at it all. */
  readonly mina: Client;
  readonly arash: Client;
  readonly nilufar: Client;
  /** Name of the account that looks at it all. */
  readonly viewer: string;
  /** Name of an account whose messages are refused. */
  readonly muted: string;
}

const EARLIER = [
  "صبح همگی بخیر",
  "کوره از دیشب سرد شده، تا ظهر می‌شود درش را باز کرد.",
  "The courier comes at eleven, please have the boxes ready.",
  "باشه",
];

/** Talk of several people in both directions, with an answer, a mention, an edit and a deletion. */
export async function fillWorld(server: TestServer): Promise<World> {
  const mina = await server.person("mina", PEOPLE.mina);
  const arash = await server.person("arash", PEOPLE.arash);
  const nilufar = await server.person("nilufar", PEOPLE.nilufar);
  const hossein = await server.person("hossein", PEOPLE.hossein);
  const say = async (who: Client, content: string, reply_to?: number): Promise<number> => {
    const conversation_id = await globalId(who);
    const { body } = await who.post("/api/messages/", { content, conversation_id, reply_to });
    return body.id;
  };
  // More than a page: what is older has to be fetched.
  for (let n = 1; n <= 60; n++) await say(n % 3 ? arash : hossein, EARLIER[n % EARLIER.length]!);
  const question = await say(arash, "سلام به همه 👋 نسخه‌ی تازه را کسی امتحان کرده؟");
  await say(mina, "بله، از دیروز. صفحه‌ی گفتگو خیلی سریع باز می‌شود.");
  await say(mina, "فقط این را ببینید: https://example.org/docs?lang=fa");
  const english = await say(
    nilufar,
    "Looks good here too, even on the old phone. Is the خط fine everywhere?",
  );
  await say(
    hossein,
    "کربنات مس، ۴٪، با فریت قلیایی (alkaline frit) در ۹۸۰ درجه.\nدستور کامل: example.org/wiki/لعاب",
    english,
  );
  const wrong = await say(arash, "این پیام اشتباه بود");
  await arash.delete(`/api/messages/${wrong}/`);
  const edited = await say(arash, "جلسه ساعت ۱۰");
  await arash.patch(`/api/messages/${edited}/`, {
    content: "جلسه‌ی ساعت ۱۰:۳۰ سر جایش است؟ یادداشت‌های Sprint 14 را هم بیاورید.",
  });
  const pictures = ["vase", "bowls", "tiles", "kiln", "mountain", "vase"] as const;
  const files = await Promise.all(
    pictures.map(async (scene, n) => ({ name: `IMG_20${n}.jpg`, bytes: await photo(scene, 800, 600) })),
  );
  await upload(arash, "/api/messages/upload", files, { content: "کورهٔ دیشب را باز کردیم." });
  await say(nilufar, "@mina are you coming on Thursday?", question);
  await say(mina, "Of course! I’m free from four.");

  const owner = await server.owner();
  await owner.put(`/api/messages/${question}/pin`, {});
  await owner.put(`/api/messages/${edited}/pin`, {});
  const react = (who: Client, id: number, name: string) =>
    who.put(`/api/messages/${id}/reactions/${encodeURIComponent(name)}`, {});
  for (
    const [who, id, names] of [
      [mina, english, ["like", "😍"]],
      [arash, english, ["like", "😍", "🔥"]],
      [hossein, english, ["dislike", "👏", "😍"]],
      [owner, english, ["like"]],
      [nilufar, edited, ["🙏"]],
    ] as const
  ) {
    for (const name of names) await react(who, id, name);
  }

  const muted = await server.person("kaveh", { first_name: "کاوه", last_name: "شریفی" });
  const muted_until = new Date(Date.now() + 365 * 86_400_000).toISOString();
  await owner.patch(`/api/admin/users/${muted.me.id}/`, { muted_until });
  return { server, mina, arash, nilufar, viewer: "mina", muted: "kaveh" };
}

/** Id of the room that everybody is in: any of its messages tells. */
async function globalId(client: Client): Promise<number> {
  const { body } = await client.get("/api/messages?page_size=1");
  if (body.results[0]) return body.results[0].conversation;
  const first = await client.post("/api/messages", { content: "آغاز" });
  return first.body.conversation;
}

const noArrangement = () => Promise.resolve();

/** The last message of somebody else, and of one's own. */
const others = (room: Room) => room.rows.filter({ hasText: "@mina" });
const own = (room: Room) => room.rows.filter({ hasText: "free from four" });

async function openTools(room: Room, which: "own" | "others"): Promise<void> {
  const row = (which === "own" ? own(room) : others(room)).last();
  if (isPhone(room)) {
    await row.locator(".prose").tap();
    await room.page.locator("dialog.sheet[open]").waitFor();
  } else {
    await row.hover();
    await row.getByRole("toolbar").waitFor();
  }
}

async function choose(room: Room, which: "own" | "others", label: string): Promise<void> {
  await openTools(room, which);
  const { page, t } = room;
  const button = page.getByRole("button", { name: label, exact: true });
  // On a desktop all but the most frequent is behind one more button.
  if (isPhone(room) || await page.getByRole("toolbar").getByRole("button", { name: label }).count() > 0) {
    return await button.click();
  }
  await page.getByRole("toolbar").getByRole("button", { name: t.message.more }).click();
  await page.getByRole("menuitem", { name: label, exact: true }).click();
}

/** The picker, for a message: on a phone out of its sheet. */
async function openEmoji(room: Room): Promise<void> {
  await openTools(room, "others");
  await room.page.getByRole("button", { name: room.t.message.react, exact: true }).last().click();
  await room.page.locator(".emoji-section").nth(7).locator("[data-emoji]").first().waitFor({
    state: "attached",
  });
}

export const isPhone = ({ page }: Pick<Room, "page">) => (page.viewportSize()?.width ?? 0) < 768;

export const STATES: readonly State[] = [
  { name: "room", path: "/chat", arrange: noArrangement },
  { name: "list", path: "/chat/list", screen: "phone", arrange: noArrangement },
  {
    name: "members",
    path: "/chat",
    screen: "phone",
    async arrange({ page, t }) {
      await page.getByRole("button", { name: t.members.show }).click();
      await page.getByRole("heading", { name: t.members.title }).waitFor();
    },
  },
  {
    name: "menu",
    path: "/chat",
    screen: "desktop",
    async arrange({ page, t }) {
      await page.getByRole("button", { name: t.nav.account }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  {
    name: "menu",
    path: "/chat/list",
    screen: "phone",
    async arrange({ page, t }) {
      await page.getByRole("button", { name: t.nav.account }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  { name: "actions", path: "/chat", arrange: (room) => openTools(room, "own") },
  {
    name: "message-menu",
    path: "/chat",
    screen: "desktop",
    async arrange(room) {
      await others(room).last().locator(".prose").click({ button: "right" });
      await room.page.getByRole("menuitem", { name: room.t.message.report }).waitFor();
    },
  },
  {
    name: "reacted-by",
    path: "/chat",
    screen: "desktop",
    async arrange({ page }) {
      await page.locator("button[value='😍']").first().hover();
      await page.getByRole("tooltip").getByText("Hartmann").or(page.getByRole("tooltip").getByText("آرش"))
        .waitFor();
    },
  },
  { name: "emoji", path: "/chat", arrange: (room) => openEmoji(room) },
  {
    name: "emoji-found",
    path: "/chat",
    async arrange(room) {
      await openEmoji(room);
      await room.page.locator(".emoji-picker").getByRole("searchbox").fill("گربه");
      await room.page.locator("[data-emoji='🐈']").waitFor();
    },
  },
  {
    name: "emoji-none",
    path: "/chat",
    screen: "phone",
    async arrange(room) {
      await openEmoji(room);
      await room.page.locator(".emoji-picker").getByRole("searchbox").fill("قژقژ");
      await room.page.locator(".emoji-grid p").waitFor();
    },
  },
  {
    name: "pins",
    path: "/chat",
    async arrange({ page, t }) {
      await page.getByRole("button", { name: t.pins.count(2) }).click();
      await page.getByRole("dialog").getByRole("listitem").nth(1).waitFor();
    },
  },
  {
    name: "report",
    path: "/chat",
    async arrange(room) {
      await choose(room, "others", room.t.message.report);
      await room.page.getByRole("dialog").getByRole("radio").first().waitFor();
    },
  },
  {
    name: "shortcuts",
    path: "/chat",
    screen: "desktop",
    async arrange({ page }) {
      await page.keyboard.press("Control+/");
      await page.getByRole("dialog").locator("kbd").first().waitFor();
    },
  },
  { name: "replying", path: "/chat", arrange: (room) => choose(room, "others", room.t.message.reply) },
  { name: "editing", path: "/chat", arrange: (room) => choose(room, "own", room.t.message.edit) },
  {
    name: "deleting",
    path: "/chat",
    async arrange(room) {
      await choose(room, "own", room.t.message.delete);
      await room.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "too-long",
    path: "/chat",
    async arrange({ composer, page, t }) {
      await composer.fill("متن بلند ".repeat(460));
      await page.getByText(t.composer.tooLong(139)).waitFor();
    },
  },
  {
    name: "offline",
    path: "/chat",
    async arrange(room) {
      await room.page.context().setOffline(true);
      await room.page.getByText(room.t.connection.offline).waitFor();
      await room.write("این را وقتی وصل شدم بفرست");
      await room.row("این را وقتی وصل شدم بفرست").last().waitFor();
    },
  },
  {
    name: "older",
    path: "/chat",
    async arrange({ page, log, t }) {
      // The page that is asked for does not come.
      await page.route("**/messages/?before=*", () => {});
      await log.evaluate((element) => element.scrollTop = -element.scrollHeight);
      await page.getByText(t.room.olderLoading).waitFor({ state: "attached" });
      await page.getByRole("button", { name: t.room.toNewest }).waitFor();
    },
  },
  {
    name: "older-failed",
    path: "/chat",
    async arrange({ page, log, t }) {
      await page.route("**/messages/?before=*", (route) => route.abort());
      await log.evaluate((element) => element.scrollTop = -element.scrollHeight);
      await page.getByText(t.room.olderErrorText).waitFor();
      await log.evaluate((element) => element.scrollTop = -element.scrollHeight);
    },
  },
  {
    name: "notice",
    path: "/chat",
    async arrange(room) {
      await room.page.context().grantPermissions(["clipboard-write"]);
      await choose(room, "others", room.t.message.copy);
      await room.page.getByText(actsText(room.t.locale).done.textCopied).waitFor();
    },
  },
  {
    name: "focus",
    path: "/chat",
    screen: "desktop",
    async arrange({ page, log }) {
      await log.focus();
      await page.keyboard.press("ArrowUp");
      await page.keyboard.press("ArrowUp");
      await page.locator("article:focus [role=toolbar]").waitFor();
    },
  },
  {
    name: "typing",
    path: "/chat",
    async arrange({ page, t }, { arash }) {
      const socket = await arash.socket();
      const conversation_id = await globalId(arash);
      // Said again, as one who goes on writing does: the server passes it on now and then.
      await eventually(async () => {
        await socket.ask({ type: "chat:typing", conversation_id, is_typing: true });
        assert.equal(await page.getByText(t.typing.one[1]!.trim()).count(), 1);
      });
      await socket.close();
    },
  },
  {
    name: "newer",
    path: "/chat",
    async arrange({ page, log, t }, { arash }) {
      await log.evaluate((element) => element.scrollTop = -240);
      await page.getByRole("button", { name: t.room.toNewest }).waitFor();
      await arash.post("/api/messages", { content: "و یک خبر تازه" });
      await page.getByRole("button", { name: t.room.newer(1) }).waitFor();
      await log.evaluate((element) => element.scrollTop = -90);
    },
  },
  ...FILE_STATES,
  ...PEOPLE_STATES,
  ...GROUP_STATES,
  ...ATTENTION,
  ...PLACES,
  ...LIST_STATES,
  ...DIRECT_STATES,
  ...SEARCH_STATES,
];

/** Ends a state without a trace: what waits to be sent is not sent by the next page. */
export async function leave({ page }: Room): Promise<void> {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name!);
      await new Promise((done) => opening.onsuccess = done);
      const clearing = opening.result.transaction("files", "readwrite").objectStore("files").clear();
      await new Promise((done) => clearing.onsuccess = done);
      opening.result.close();
    }
    // What a room keeps at its end for the next page, its place or an edit, is not kept: this is heard last.
    addEventListener("pagehide", () => {
      localStorage.clear();
      sessionStorage.clear();
    });
    localStorage.clear();
  });
  await page.goto("about:blank");
  await page.context().setOffline(false);
}

/** A message that the server will not take. */
export const FAILED: State = {
  name: "failed",
  path: "/chat",
  async arrange(room) {
    await room.write("این پیام پذیرفته نمی‌شود");
    await room.page.getByRole("button", { name: room.t.message.discard }).waitFor();
  },
};
