/** States of the members, of a person's card and of mentions. */
import { peopleText } from "@/lib/i18n/people/mod.ts";
import type { Room } from "./room.ts";
import type { State, World } from "./states.ts";

const localeOf = async ({ page }: Room) =>
  await page.locator("html").getAttribute("lang") === "fa" ? "fa" : "en";

async function search(room: Room, text: string): Promise<void> {
  const field = room.page.locator("#members").getByRole("searchbox");
  if (!await field.isVisible()) await room.page.getByRole("button", { name: room.t.members.show }).click();
  await field.fill(text);
}

/** Opens a card and waits until all of it is known. */
async function openCard(room: Room, world: World): Promise<void> {
  await world.nilufar.patch("/api/auth/me", {
    in_game_ids: [{ game: "Dota 2", id: "emily#2201" }, { game: "شطرنج", id: "emi_1990" }],
  });
  await room.rows.filter({ hasText: "@mina" }).locator("header [data-person]").last().click();
  await room.page.locator(".person dl").waitFor();
}

export const PEOPLE_STATES: readonly State[] = [
  {
    name: "members-found",
    path: "/chat",
    async arrange(room) {
      await search(room, "ا");
      await room.page.getByRole("heading", { name: peopleText(await localeOf(room)).members.results })
        .waitFor();
    },
  },
  {
    name: "members-nobody",
    path: "/chat",
    async arrange(room) {
      await search(room, "zzzz");
      await room.page.getByText(peopleText(await localeOf(room)).members.nobody("zzzz")).waitFor();
    },
  },
  { name: "person", path: "/chat", arrange: openCard },
  {
    name: "person-failed",
    path: "/chat",
    async arrange(room) {
      await room.page.route("**/api/users/*", (route) => route.abort());
      await room.rows.filter({ hasText: "@mina" }).locator("header [data-person]").last().click();
      await room.page.getByText(peopleText(await localeOf(room)).person.failed).waitFor();
    },
  },
  {
    name: "mentioning",
    path: "/chat",
    async arrange({ page, composer }, { arash }) {
      const socket = await arash.socket();
      await socket.ask({ type: "chat:status", status: "away" });
      await composer.focus();
      await composer.pressSequentially("سلام @");
      await page.locator(".completion .presence-away").waitFor();
      await socket.close();
    },
  },
];
