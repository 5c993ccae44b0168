import type { KeptGuest } from "../guest.ts";

/** What is kept for a frame at most: keys, and characters of all of it as JSON. */
const KEYS = 32;
const CHARS = 100_000;
/** Names that the frame has for what it keeps. */
const KEY = /^peyk:[\w:-]{1,80}$/;

/**
 * What a frame would keep with the browser and may not, with one thing in it changed. All of it is one text: that is
 * how the page keeps it.
 * @param value null: it is forgotten
 * @returns as it was, where that is nothing one keeps
 */
export function keepFor(shelf: KeptGuest, key: string, value: string | null): void {
  if (!KEY.test(key)) return;
  const kept = { ...read(shelf.get()), [key]: value };
  if (value === null) delete kept[key];
  const keys = Object.keys(kept).length;
  const text = JSON.stringify(kept);
  if (keys <= KEYS && text.length <= CHARS) shelf.set(keys > 0 ? text : null);
}

function read(text: string | null): Record<string, unknown> {
  try {
    return Object(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
