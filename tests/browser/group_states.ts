/** States of beginning conversations and of keeping groups. */
import { displayName } from "@/components/person.ts";
import { groupsText } from "@/lib/i18n/groups/mod.ts";
import type { GroupsText } from "@/lib/i18n/groups/mod.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";
import { PEOPLE } from "./cast.ts";
import type { Room } from "./room.ts";
import type { State, World } from "./states.ts";

const TOPIC = "برنامهٔ پخت هفته، موجودی گِل و لعاب (cone 06 و cone 10) و هر چه به کورهٔ ۲ برمی‌گردد.";
const isPhone = ({ page }: Room) => (page.viewportSize()?.width ?? 0) < 768;

export async function wordsIn({ page }: Pick<Room, "page">): Promise<GroupsText> {
  return groupsText(await page.locator("html").getAttribute("lang") === "fa" ? "fa" : "en");
}

/** Opens the dialog that begins conversations, from where it is on this screen. */
export async function openStart(room: Room): Promise<void> {
  const { page, t } = room;
  if (isPhone(room)) {
    await page.goto("/chat/list");
    await room.online();
  }
  await page.getByRole("button", { name: t.list.start }).click();
  await page.getByRole("dialog").getByRole("searchbox").waitFor();
}

async function choosePeople(room: Room): Promise<void> {
  const words = await wordsIn(room);
  await openStart(room);
  const dialog = room.page.getByRole("dialog");
  await dialog.getByRole("button", { name: words.choose.newGroup }).click();
  for (const person of [PEOPLE.arash, PEOPLE.nilufar, PEOPLE.hossein]) {
    const name = displayName({ ...person, username: "" });
    await dialog.getByRole("checkbox", { name }).click();
  }
}

/** Opens a group of several people, made for it, and what tells of it. Whoever looks owns it or is one of many. */
async function openGroup(room: Room, { arash, viewer }: World, as: "owner" | "member"): Promise<void> {
  const idOf = async (name: string): Promise<number> =>
    (await arash.get(`/api/users?username=${name}`)).body[0].id;
  const [me, nilufar, hossein] = await Promise.all([viewer, "nilufar", "hossein"].map(idOf));
  const { body: { id } } = await arash.post("/api/rooms", {
    name: "کارگاه لعاب",
    members: [me, nilufar, hossein],
    client_id: `state-${as}`,
  });
  await arash.patch(`/api/rooms/${id}`, { topic: TOPIC });
  await arash.patch(`/api/rooms/${id}/members/${hossein}`, { role: "admin" });
  if (as === "owner") await arash.patch(`/api/rooms/${id}/members/${me}`, { role: "owner" });
  await room.page.goto(`/chat/c/${id}`);
  await room.online();
  const show = room.page.getByRole("button", { name: room.t.members.show });
  if (await show.isVisible()) await show.click();
  await room.page.locator("#group-people li").nth(3).waitFor();
}

async function openMenu(room: Room, name: string): Promise<void> {
  const words = await wordsIn(room);
  await room.page.getByRole("button", { name: words.about.actsOn(name) }).click();
  await room.page.getByRole("menuitem", { name: words.about.remove }).waitFor();
}

export const GROUP_STATES: readonly State[] = [
  {
    name: "start",
    path: "/chat",
    async arrange(room) {
      await openStart(room);
      await room.page.getByRole("dialog").locator("li").first().waitFor();
    },
  },
  {
    name: "start-nobody",
    path: "/chat",
    async arrange(room) {
      await openStart(room);
      await room.page.getByRole("dialog").getByRole("searchbox").fill("zzzz");
      await room.page.getByText((await wordsIn(room)).choose.nobody("zzzz")).waitFor();
    },
  },
  {
    name: "start-failed",
    path: "/chat",
    async arrange(room) {
      await room.page.route("**/api/users?*", (route) => route.abort());
      await openStart(room);
      await room.page.getByText(room.t.members.failed).waitFor();
    },
  },
  {
    name: "start-loading",
    path: "/chat",
    async arrange(room) {
      await room.page.route("**/api/users?*", () => {});
      await openStart(room);
      await room.page.getByRole("dialog").getByText(room.t.members.loading).waitFor({ state: "attached" });
    },
  },
  { name: "group-choosing", path: "/chat", arrange: choosePeople },
  {
    name: "group-new",
    path: "/chat",
    async arrange(room) {
      await choosePeople(room);
      const words = await wordsIn(room);
      await room.page.getByRole("button", { name: words.choose.next }).click();
      await room.page.getByRole("button", { name: words.group.create }).click();
      await room.page.getByText(words.group.nameMissing).waitFor();
    },
  },
  { name: "group-owner", path: "/chat", arrange: (room, world) => openGroup(room, world, "owner") },
  { name: "group-member", path: "/chat", arrange: (room, world) => openGroup(room, world, "member") },
  {
    name: "group-menu",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "owner");
      await openMenu(room, displayName({ ...PEOPLE.nilufar, username: "" }));
    },
  },
  {
    name: "group-removing",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "owner");
      const name = displayName({ ...PEOPLE.hossein, username: "" });
      await openMenu(room, name);
      const words = await wordsIn(room);
      await room.page.getByRole("menuitem", { name: words.about.remove }).click();
      await room.page.getByRole("dialog").getByText(words.confirm.remove.title(name)).waitFor();
    },
  },
  {
    name: "group-leaving",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "owner");
      const words = await wordsIn(room);
      await room.page.getByRole("button", { name: words.about.leave }).click();
      await room.page.getByRole("dialog").getByText(words.confirm.leave.owner).waitFor();
    },
  },
  {
    name: "group-editing",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "owner");
      const words = await wordsIn(room);
      await room.page.getByRole("button", { name: words.about.edit, exact: true }).click();
      await room.page.getByRole("textbox", { name: words.group.topic }).waitFor();
    },
  },
  {
    name: "group-adding",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "owner");
      const words = await wordsIn(room);
      await room.page.getByRole("button", { name: words.about.add }).click();
      await room.page.getByRole("dialog").getByText(words.choose.inside).first().waitFor();
    },
  },
  {
    name: "group-muting",
    path: "/chat",
    async arrange(room, world) {
      await openGroup(room, world, "member");
      await room.page.locator("[popovertarget=group-mute]").click();
      await room.page.getByRole("menuitem", { name: membersText(room.t.locale).attention.silence.hour })
        .waitFor();
    },
  },
];
