import type { OutgoingFile } from "./outbox.ts";

/** Files of one message, as the server has it. */
export const FILES_MAX = 10;
/** Endings of what the server takes, with the type that goes with them. */
export const TYPES: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  gif: "image/gif",
  avif: "image/avif",
  heic: "image/heic",
  mp4: "video/mp4",
  mov: "video/quicktime",
};
/** What the rules look at. */
export type FileFacts = Pick<OutgoingFile, "name" | "type" | "size">;

export interface Refusal {
  readonly name: string;
  readonly reason: "type" | "size" | "empty" | "count" | "total";
}

/**
 * Which of some files may join those that are chosen already, in their order, and why the others may not. The
 * server looks again, and closer: this is to say so before anything is sent.
 * @param max bytes of one file; all together may have twice that
 */
export function admit<F extends FileFacts>(
  chosen: readonly FileFacts[],
  files: readonly F[],
  max: number,
): { taken: F[]; refused: Refusal[] } {
  const taken: F[] = [];
  const refused: Refusal[] = [];
  let total = chosen.reduce((sum, { size }) => sum + size, 0);
  for (const file of files) {
    const reason = whyNot(file, { max, total, count: chosen.length + taken.length });
    if (reason !== null) {
      refused.push({ name: file.name, reason });
      continue;
    }
    taken.push(file);
    total += file.size;
  }
  return { taken, refused };
}

function whyNot(
  { name, type, size }: FileFacts,
  { max, total, count }: { max: number; total: number; count: number },
): Refusal["reason"] | null {
  // First what no other choice would mend. A folder that is dropped has neither ending nor type.
  if (nameFor({ name, type }) === null) return "type";
  if (size === 0) return "empty";
  if (size > max) return "size";
  if (count >= FILES_MAX) return "count";
  return total + size > 2 * max ? "total" : null;
}

/** The name under which a file is sent; null where it is none the server takes. Some systems give no ending. */
export function nameFor({ name, type }: Pick<FileFacts, "name" | "type">): string | null {
  const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  if (Object.hasOwn(TYPES, ending)) return name;
  const [missing] = Object.entries(TYPES).find(([, known]) => known === type) ?? [];
  return missing && !/\.[a-z0-9]{1,5}$/i.test(name) ? `${name || "file"}.${missing}` : null;
}

/** How far each of some files has come when this much of them all has, from 0 to 1: they go one by one. */
export function shares(sizes: readonly number[], fraction: number): number[] {
  let left = fraction * sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => {
    const share = size === 0 ? 1 : Math.min(1, Math.max(0, left / size));
    left -= size;
    return share;
  });
}
