/** The room with pictures and files in every state. */
import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { photo } from "../support/pictures.ts";
import { locatedMp4 } from "../support/mp4.ts";
import { choose } from "./files.ts";
import { eventually } from "./room.ts";
import type { Room } from "./room.ts";
import type { State } from "./states.ts";

const WORDS = "این هم نمونهٔ سوم، با 6% iron oxide";

async function fillTray(room: Room): Promise<void> {
  await choose(room, [
    ["cobalt.jpg", await photo("bowls", 400, 300)],
    ["IMG_2047-honey-glaze.jpg", await photo("tiles", 400, 300)],
    ["kiln-door.mp4", locatedMp4()],
  ]);
  await room.page.getByRole("list", { name: room.t.files.chosen }).getByRole("img").nth(1).waitFor();
}

/** Sends what is chosen, as far as a line would carry it: it stands still where one wants to look at it. */
async function sendHalf(room: Room): Promise<void> {
  await room.page.evaluate(() => {
    XMLHttpRequest.prototype.send = function () {
      this.upload.dispatchEvent(new ProgressEvent("progress", { loaded: 64, total: 100 }));
    };
  });
  await room.write(WORDS);
  await room.row(WORDS).locator(".ring").first().waitFor();
}

export const FILE_STATES: readonly State[] = [
  {
    name: "tray",
    path: "/chat",
    async arrange(room) {
      await fillTray(room);
      await room.composer.fill(WORDS);
    },
  },
  {
    name: "tray-one",
    path: "/chat",
    async arrange(room) {
      await choose(room, [
        ["IMG_2047-honey-glaze.jpg", await photo("tiles", 400, 300)],
        ["notes.txt", Buffer.from("words")],
      ]);
      await room.page.locator("form").getByRole("alert").waitFor();
      await room.page.getByRole("list", { name: room.t.files.chosen }).getByRole("img").waitFor();
    },
  },
  {
    name: "drop",
    path: "/chat",
    screen: "desktop",
    async arrange({ log, page, t }) {
      // Files hang over it as long as one holds them, also until what takes them has come.
      await eventually(async () => {
        await log.evaluate((element) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(["x"], "x.png", { type: "image/png" }));
          element.dispatchEvent(new DragEvent("dragover", { bubbles: true, cancelable: true, dataTransfer }));
        });
        assert(await page.getByText(t.files.drop).isVisible());
      });
    },
  },
  {
    name: "uploading",
    path: "/chat",
    async arrange(room) {
      await fillTray(room);
      await sendHalf(room);
    },
  },
  {
    name: "upload-refused",
    path: "/chat",
    async arrange(room) {
      await choose(room, [["fake.jpg", Buffer.from("these are words and no picture")]]);
      await room.write(WORDS);
      await room.row(WORDS).getByRole("alert").waitFor();
    },
  },
  {
    name: "lightbox",
    path: "/chat",
    async arrange({ page, log }) {
      await log.locator("a.shot").first().click();
      await page.locator(".lightbox-stage[data-state=there]").waitFor();
    },
  },
];
