/** The states of being called and of being left alone. */
import assert from "node:assert/strict";
import { eventually } from "./room.ts";
import type { Room } from "./room.ts";
import type { State } from "./states.ts";
import { membersText } from "@/lib/i18n/members/mod.ts";

/** What one wants to hear of the room, and that one wants nothing. */
export const ATTENTION: readonly State[] = [
  {
    name: "room-menu",
    path: "/chat",
    async arrange({ page, t }) {
      await page.getByRole("button", { name: membersText(t.locale).attention.menu }).click();
      await page.getByRole("menuitem", { name: membersText(t.locale).attention.silence.on }).waitFor();
    },
  },
  {
    name: "muted",
    path: "/chat",
    async arrange(room, { arash }) {
      const { page, t } = room;
      await page.getByRole("button", { name: membersText(t.locale).attention.menu }).click();
      await page.getByRole("menuitem", { name: membersText(t.locale).attention.silence.on }).click();
      await page.locator(`header [title="${t.attention.muted}"]`).waitFor({ state: "attached" });
      await page.evaluate(() => {
        document.hasFocus = () => false;
        dispatchEvent(new Event("blur"));
      });
      // Others who looked at this state before have left theirs.
      const row = room.row("این در سکوت می‌رسد");
      const before = await row.count();
      await arash.post("/api/messages", { content: "این در سکوت می‌رسد" });
      await row.nth(before).waitFor();
      await page.getByRole("button", { name: membersText(t.locale).attention.menu }).click();
      await page.getByRole("menuitem", { name: membersText(t.locale).attention.unmute }).waitFor();
    },
    async undo({ page }) {
      await page.evaluate(async () => {
        const [message] = (await (await fetch("/api/messages?page_size=1")).json()).results;
        await fetch(`/api/conversations/${message.conversation}/mute`, { method: "DELETE" });
      });
    },
  },
  {
    name: "offer",
    path: "/chat/list",
    screen: "phone",
    arrange: offer,
    undo: ({ page }) => page.evaluate(() => sessionStorage.removeItem("unasked")),
  },
  {
    name: "offer",
    path: "/chat",
    screen: "desktop",
    arrange: offer,
    undo: ({ page }) => page.evaluate(() => sessionStorage.removeItem("unasked")),
  },
];

/** Asks whether notices may be shown: as a browser does that has not been asked yet. */
async function offer({ page, t }: Room): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem("unasked", "1"));
  await page.addInitScript(() => {
    if (location.protocol === "about:" || !sessionStorage.getItem("unasked")) return;
    Object.defineProperty(globalThis, "Notification", {
      configurable: true,
      value: { permission: "default" },
    });
  });
  await page.reload();
  // Asked when one comes back, once what asks is there.
  await eventually(async () => {
    await page.evaluate(() => void (dispatchEvent(new Event("blur")), dispatchEvent(new Event("focus"))));
    assert(await page.getByText(membersText(t.locale).attention.offer).isVisible());
  });
}
