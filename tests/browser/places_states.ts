/** States of finding one's place. */
import type { Locator } from "playwright-core";
import { setRead } from "../support/seed.ts";
import { eventually } from "./room.ts";
import type { Room } from "./room.ts";
import type { State, World } from "./states.ts";

/** Comes back to much that is unread. What the page before said of its reading may still have been on its way. */
async function comeBack(room: Room, { server, viewer }: World): Promise<Locator> {
  const pill = room.page.getByRole("button", { name: room.t.places.readAll });
  await eventually(async () => {
    setRead(server, viewer, 8);
    await room.page.reload();
    await room.online();
    await pill.waitFor({ timeout: 3000 });
  }, 25_000);
  return pill;
}

export const PLACES: readonly State[] = [
  {
    name: "unread",
    path: "/chat",
    async arrange(room, world) {
      const { server, viewer } = world;
      await comeBack(room, world);
      // Only this page still believes it.
      setRead(server, viewer, 1e9);
    },
  },
  {
    name: "first-unread",
    path: "/chat",
    async arrange(room, world) {
      const { server, viewer } = world;
      const pill = await comeBack(room, world);
      await pill.locator("xpath=preceding-sibling::button").click();
      await room.page.locator("#new").waitFor();
      setRead(server, viewer, 1e9);
    },
  },
  {
    name: "calendar",
    path: "/chat",
    async arrange({ page, t }) {
      await page.locator("[role=log] a[href*='at=']").last().click();
      await page.getByRole("dialog", { name: t.places.jumpToDate }).waitFor();
      await page.locator("table button:focus").waitFor();
    },
  },
];
