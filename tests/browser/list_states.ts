/** States of the list of conversations. */
import assert from "node:assert/strict";
import { eventually } from "./room.ts";
import type { Room } from "./room.ts";
import type { State, World } from "./states.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";

const NAMES = [
  "کارگاه لعاب",
  "سفر لالجین، پاییز",
  "Kiln maintenance and everything that concerns the long firing of the second week",
  "خرید گِل",
  "گروهی با نامی بسیار بلند که در هیچ ستونی جا نمی‌گیرد و باید کوتاه شود",
  "Wednesday class",
  "نمایشگاه بهار",
  "پیک‌نیک",
  "Orders",
  "شاگردان تازه",
  "Glaze chemistry",
  "حسابداری",
];

/** Many conversations, with what can stand in their rows: unread, mentioned, muted, on top, a draft. */
async function fill(room: Room, { arash, nilufar, viewer }: World): Promise<void> {
  const [me] = (await arash.get(`/api/users?username=${viewer}`)).body;
  const ids: number[] = [];
  for (const [n, name] of NAMES.entries()) {
    const { body } = await arash.post("/api/rooms", { name, members: [me.id], client_id: `list-${n}` });
    ids.push(body.id);
    const content = n % 3 ? `پیام ${n}: فردا ساعت ده` : `@${viewer} could you have a look at number ${n}?`;
    await arash.post("/api/messages", { content, conversation_id: body.id, client_id: `list-message-${n}` });
  }
  await arash.post("/api/messages", {
    content: "سلام مینا، رسیدی؟",
    recipient_id: me.id,
    client_id: "list-a",
  });
  await nilufar.post("/api/messages", { content: "See you there", recipient_id: me.id, client_id: "list-n" });
  const { request } = room.page.context();
  const headers = { origin: new URL(room.page.url()).origin };
  await request.put(`/api/conversations/${ids[1]}/mute`, { headers });
  await request.put(`/api/conversations/${ids[3]}/pin`, { headers });
  await room.page.evaluate(
    ([user, id]) => localStorage.setItem(`peyk:draft:${user}:${id}`, "سلام استاد، برای سفارش کاشی‌ها"),
    [me.id, ids[5]!] as const,
  );
  await room.page.reload();
  await room.online();
  await eventually(async () =>
    assert.equal(await room.page.getByRole("searchbox", { name: room.t.list.filter }).count(), 1)
  );
}

const isPhone = ({ page }: Room) => (page.viewportSize()?.width ?? 0) < 768;

async function openMenu(room: Room): Promise<void> {
  const { page, t } = room;
  const row = page.getByRole("navigation", { name: t.list.label }).getByRole("listitem").nth(2);
  const name = membersText(t.locale).list.menu("").replaceAll(/[\u2068\u2069]/g, "").trim();
  if (!isPhone(room)) await row.hover();
  await row.getByRole("button", { name }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menu").waitFor();
}

export const LIST_STATES: readonly State[] = (["/chat", "/chat/list"] as const).flatMap((path): State[] => {
  const screen = path === "/chat" ? "desktop" : "phone";
  return [
    { name: "list-many", path, screen, arrange: fill },
    {
      name: "list-menu",
      path,
      screen,
      async arrange(room, world) {
        await fill(room, world);
        await openMenu(room);
      },
    },
  ];
});
