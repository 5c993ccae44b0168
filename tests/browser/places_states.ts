/** States of finding one's place. */
import { setRead } from "../support/seed.ts";
import type { State } from "./states.ts";

export const PLACES: readonly State[] = [
  {
    name: "unread",
    path: "/chat",
    async arrange(room, { server, viewer }) {
      setRead(server, viewer, 8);
      await room.page.reload();
      await room.online();
      await room.page.getByRole("button", { name: room.t.places.readAll }).waitFor();
      // Only this page still believes it.
      setRead(server, viewer, 1e9);
    },
  },
  {
    name: "first-unread",
    path: "/chat",
    async arrange(room, { server, viewer }) {
      setRead(server, viewer, 8);
      await room.page.reload();
      await room.online();
      const pill = room.page.getByRole("button", { name: room.t.places.readAll });
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
