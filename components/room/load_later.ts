import { signal } from "@preact/signals";

export type Later = typeof import("./later.ts");

/** What is seen only when one acts on something, once it has been fetched. */
export const later = signal<Later | null>(null);

/**
 * Fetches what is seen only when one acts on something. Call it early, where it is likely to be wanted next.
 * @throws where it cannot be fetched; the next call tries again
 */
export async function loadLater(): Promise<Later> {
  return later.value ??= await import("./later.ts");
}
