/** States of conversations of two and of groups. */
import type { Client } from "../support/client.ts";
import { photo } from "../support/pictures.ts";
import { upload } from "../support/upload.ts";
import { isPhone } from "./states.ts";
import type { State, World } from "./states.ts";
import type { Room } from "./room.ts";

interface Places {
  /** Of mina and arash, with everything that a message may be. */
  readonly direct: number;
  /** Of mina and somebody she never talked with. */
  readonly quiet: number;
  /** Where a message of hers was read by some. */
  readonly group: number;
}

const known = new WeakMap<World, Promise<Places>>();

/** What was said, once for all states of a world. */
function placesOf(world: World): Promise<Places> {
  if (!known.has(world)) known.set(world, fill(world));
  return known.get(world)!;
}

async function fill({ server, mina, arash, nilufar }: World): Promise<Places> {
  const open = async (who: Client) =>
    (await mina.post("/api/conversations/", { recipient_id: who.me.id })).body.id as number;
  const direct = await open(arash);
  const quiet = await open(await server.person("parinaz", { first_name: "پری‌ناز", last_name: "رستگار" }));
  await talk(direct, mina, arash);

  const { body: group } = await mina.post("/api/rooms", {
    name: "کوره‌گرها",
    members: [arash.me.id],
  });
  await mina.post(`/api/rooms/${group.id}/members`, { members: [nilufar.me.id] });
  await arash.post("/api/messages/", { content: "کورهٔ ۲ از فردا گرم است.", conversation_id: group.id });
  await mina.patch(`/api/rooms/${group.id}`, { name: "کوزه‌گرها" });
  const { body: last } = await mina.post("/api/messages/", {
    content: "پس پنج‌شنبه ساعت ۴، همه با هم.",
    conversation_id: group.id,
  });
  await arash.post(`/api/conversations/${group.id}/read`, { seq: last.seq });
  return { direct, quiet, group: group.id };
}

async function talk(conversation_id: number, mina: Client, arash: Client): Promise<void> {
  const say = async (who: Client, content: string, reply_to?: number) =>
    (await who.post("/api/messages/", { content, conversation_id, reply_to })).body;
  const file = async (scene: "vase" | "bowls" | "tiles", width: number, height: number) => (
    { name: `${scene}.jpg`, bytes: await photo(scene, width, height) }
  );
  await say(arash, "سلام مینا جان، خوبی؟ نوبت کورهٔ پنج‌شنبه را برایت گرفتم 🙌");
  await say(arash, "فقط تا ساعت ۴ باید همه‌چیز خشک باشد.");
  const question = await say(mina, "عالی! دو تا گلدان و شش کاسه دارم. جا می‌شود؟");
  await upload(mina, "/api/messages/upload", [await file("vase", 900, 520)], {
    content: "این‌ها هستند، هنوز خام",
    conversation_id,
  });
  const answer = await say(
    arash,
    "گلدان‌ها در طبقهٔ پایین، کاسه‌ها دو ردیف بالا. برنامهٔ پخت همان cone 06 است.",
    question.id,
  );
  await arash.patch(`/api/messages/${answer.id}/`, {
    content: "گلدان‌ها در طبقهٔ پایین، کاسه‌ها دو ردیف بالا. برنامهٔ پخت همان cone 06 همیشگی است.",
  });
  await mina.put(`/api/messages/${answer.id}/reactions/like`, {});
  await mina.put(`/api/messages/${answer.id}/reactions/${encodeURIComponent("🔥")}`, {});
  await upload(arash, "/api/messages/upload", [
    await file("tiles", 800, 600),
    await file("bowls", 800, 600),
  ], { conversation_id });
  const wrong = await say(mina, "این اشتباه بود");
  await mina.delete(`/api/messages/${wrong.id}/`);
  await say(mina, "Found the recipe: https://example.org/wiki/cone-06");
  await say(arash, "👍🏽");
  const read = await say(arash, "دستت درد نکند، پس پنج‌شنبه می‌بینمت");
  for (const who of [arash, mina]) {
    await who.post(`/api/conversations/${conversation_id}/read`, { seq: read.seq });
  }
  await say(mina, "می‌بینمت 👋");
}

async function go(room: Room, world: World, place: keyof Places): Promise<void> {
  await room.page.goto(`/chat/c/${(await placesOf(world))[place]}`);
  await room.online();
  // What the page came with as new is read by now, on every look alike.
  await room.page.waitForLoadState("networkidle");
}

export const DIRECT_STATES: readonly State[] = [
  { name: "direct", path: "/chat", arrange: (room, world) => go(room, world, "direct") },
  { name: "direct-quiet", path: "/chat", arrange: (room, world) => go(room, world, "quiet") },
  {
    name: "direct-actions",
    path: "/chat",
    async arrange(room, world) {
      await go(room, world, "direct");
      const own = room.rows.filter({ hasText: "می‌بینمت 👋" }).last();
      if (isPhone(room)) {
        await own.locator(".bub").tap();
        await room.page.locator("dialog.sheet[open]").waitFor();
      } else {
        await own.locator(".bub").hover();
        await own.getByRole("toolbar").waitFor();
      }
    },
  },
  {
    name: "direct-offline",
    path: "/chat",
    async arrange(room, world) {
      await go(room, world, "direct");
      await room.page.context().setOffline(true);
      await room.page.getByText(room.t.connection.offline).waitFor();
      await room.write("این را وقتی وصل شدم بفرست");
      await room.row("این را وقتی وصل شدم بفرست").last().waitFor();
    },
  },
  {
    name: "direct-typing",
    path: "/chat",
    async arrange(room, world) {
      await go(room, world, "direct");
      const conversation_id = (await placesOf(world)).direct;
      const socket = await world.arash.socket();
      await socket.ask({ type: "chat:join", conversation_id });
      await socket.ask({ type: "chat:typing", conversation_id, is_typing: true });
      await room.page.locator("header").getByText(room.t.list.typing).waitFor();
      await socket.close();
    },
  },
  {
    name: "direct-person",
    path: "/chat",
    async arrange(room, world) {
      await go(room, world, "direct");
      await room.page.locator("main header [aria-haspopup=dialog], [role=main] header [aria-haspopup=dialog]")
        .first().click();
      await room.page.locator(".person dl").waitFor();
    },
  },
  { name: "group", path: "/chat", arrange: (room, world) => go(room, world, "group") },
  {
    name: "group-seen",
    path: "/chat",
    async arrange(room, world) {
      await go(room, world, "group");
      await room.page.getByRole("button", { name: room.t.message.seenBy(1, 2) }).click();
      await room.page.getByRole("dialog").getByRole("listitem").nth(1).waitFor();
    },
  },
];
