/** States of looking for messages. */
import type { Route } from "playwright-core";
import { searchText } from "@/lib/i18n/search/mod.ts";
import type { Room } from "./room.ts";
import type { State } from "./states.ts";

const words = ({ t }: Room) => searchText(t.appName === "Peyk" ? "en" : "fa");

/** Opens the search as one does on this screen, and writes. */
export async function lookFor(room: Room, text: string): Promise<void> {
  const { page } = room;
  await page.getByRole("link", { name: room.t.nav.search }).click();
  const field = page.getByRole("combobox", { name: words(room).field });
  await field.fill(text);
  if (text !== "") {
    await page.locator("[data-state='idle'] , [data-state='failed'], [data-state='offline']").waitFor();
  }
}

async function refuse(room: Room, answer: (route: Route) => Promise<void>): Promise<void> {
  await room.page.route("**/api/search?*", answer);
}

const unroute = ({ page }: Room) => page.unroute("**/api/search?*");

export const SEARCH_STATES: readonly State[] = [
  { name: "search", path: "/chat", arrange: (room) => lookFor(room, "") },
  {
    name: "search-found",
    path: "/chat",
    async arrange(room, { server }) {
      await server.app.indexing.settled();
      await lookFor(room, "کور");
      await room.page.getByRole("option").first().waitFor();
      await room.page.keyboard.press("ArrowDown");
    },
  },
  {
    name: "search-english",
    path: "/chat",
    async arrange(room, { server }) {
      await server.app.indexing.settled();
      await lookFor(room, "the box");
      await room.page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "search-none",
    path: "/chat",
    async arrange(room) {
      await lookFor(room, "xyzzy");
      await room.page.getByText(words(room).none.title).waitFor();
    },
  },
  {
    name: "search-recent",
    path: "/chat",
    async arrange(room) {
      await room.page.evaluate(async () => {
        const { id } = await (await fetch("/api/auth/me")).json();
        localStorage.setItem(`peyk:searches:${id}`, JSON.stringify(["لعاب فیروزه‌ای", "Thursday", "کوره"]));
      });
      await lookFor(room, "");
      await room.page.getByRole("option").first().waitFor();
    },
    undo: ({ page }) => page.evaluate(() => localStorage.clear()),
  },
  {
    name: "search-person",
    path: "/chat",
    async arrange(room) {
      await lookFor(room, "");
      await room.page.locator(".finder").getByRole("button", { name: words(room).filters.person }).click();
      await room.page.getByRole("list", { name: words(room).person.label }).getByRole("button").first()
        .waitFor();
    },
  },
  {
    name: "search-dates",
    path: "/chat",
    async arrange(room) {
      await lookFor(room, "");
      await room.page.locator(".finder").getByRole("button", { name: words(room).filters.dates }).click();
      await room.page.locator(".finder table button").first().waitFor();
    },
  },
  {
    name: "search-narrowed",
    path: "/chat",
    async arrange(room, { server }) {
      await server.app.indexing.settled();
      await lookFor(room, "");
      const { page } = room;
      await page.locator(".finder").getByRole("button", { name: words(room).filters.image }).click();
      await page.getByRole("option").first().waitFor();
      await page.locator(".finder").getByRole("button", { name: words(room).filters.person }).click();
      await page.getByRole("list", { name: words(room).person.label }).getByText("آرش مرادی").click();
      await page.getByRole("option").first().waitFor();
      await page.locator("[data-state='idle']").waitFor();
    },
  },
  {
    name: "search-failed",
    path: "/chat",
    async arrange(room) {
      await refuse(room, (route) => route.abort());
      await lookFor(room, "کوره");
      await room.page.getByText(words(room).failed.title).waitFor();
    },
    undo: unroute,
  },
];
