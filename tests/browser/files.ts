/** Files as one handles them in the room. */
import { Buffer } from "node:buffer";
import type { Room } from "./room.ts";

/** Chooses files as with the device's own chooser. */
export async function choose(
  room: Room,
  files: readonly (readonly [name: string, bytes: Uint8Array])[],
): Promise<void> {
  await room.page.locator("input[type=file]").setInputFiles(
    files.map(([name, bytes]) => ({ name, mimeType: typeOf(name), buffer: Buffer.from(bytes) })),
  );
}

function typeOf(name: string): string {
  const ending = name.split(".").at(-1)!;
  const types: Record<string, string> = {
    jpg: "image/jpeg",
    png: "image/png",
    mp4: "video/mp4",
    txt: "text/plain",
  };
  return types[ending] ?? "";
}

/** How many messages this device still keeps to send. */
export async function outgoingOf({ page }: Room): Promise<number> {
  return await page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith("peyk:outbox:"));
    return key ? JSON.parse(localStorage[key]).length : 0;
  });
}
