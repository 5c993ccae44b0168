import { signal } from "@preact/signals";

type OfMembers = typeof import("./later_of_members.ts");

/** A visitor’s page has nothing of what is for members alone, and asks for nothing of it. */
export type Later = typeof import("./later.ts") & OfMembers;

/** What is seen only when one acts on something, once it has been fetched. */
export const later = signal<Later | null>(null);

let loadOfMembers: (() => Promise<OfMembers>) | undefined;

/** Has what members alone act on come with all the rest. */
export function addOfMembers(load: () => Promise<OfMembers>): void {
  loadOfMembers = load;
}

/**
 * Fetches what is seen only when one acts on something. Call it early, where it is likely to be wanted next.
 * @throws where it cannot be fetched; the next call tries again
 */
export async function loadLater(): Promise<Later> {
  if (later.peek()) return later.peek()!;
  const [all, of_members] = await Promise.all([import("./later.ts"), loadOfMembers?.()]);
  return later.value ??= { ...all, ...of_members } as Later;
}
