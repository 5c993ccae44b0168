/** Tells whoever is around the frame to keep it there; null: to forget it. */
type Keep = (key: string, value: string | null) => void;

/** What is kept are properties of its own, as with `localStorage`. */
export type LentShelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * Puts a shelf where the frame's own `localStorage` would be, which a browser may deny to frames of others: what is
 * written and not yet sent then lies in the storage of the page around it, and is there on the next one.
 * @param given what that page has kept, as JSON
 */
export function lendShelf(given: string | undefined, keep: Keep): void {
  Object.defineProperty(self, "localStorage", { value: createLentShelf(given, keep), configurable: true });
}

export function createLentShelf(given: string | undefined, keep: Keep): LentShelf {
  const methods: LentShelf = {
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => keep(key, kept[key] = value),
    removeItem(key) {
      if (!Object.hasOwn(kept, key)) return;
      delete kept[key];
      keep(key, null);
    },
  };
  const kept: Record<string, string> = Object.assign(Object.create(methods), read(given));
  return kept as unknown as LentShelf;
}

/** A page may have anything there. */
function read(given: string | undefined): Record<string, string> {
  try {
    const entries = Object.entries(Object(JSON.parse(given ?? "{}")) as Record<string, string>);
    return Object.fromEntries(
      entries.filter(([key, value]) => key.startsWith("peyk:") && typeof value === "string"),
    );
  } catch {
    return {};
  }
}
