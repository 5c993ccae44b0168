/** What a visitor's browser keeps for a frame that stands by itself; where it is denied, for this page alone. */
export interface Kept {
  get(key: string): string | null;
  /** Null forgets it. */
  set(key: string, value: string | null): void;
}

export function createKept(): Kept {
  const memory = new Map<string, string>();
  return {
    get(key) {
      try {
        return localStorage.getItem(key);
      } catch {
        return memory.get(key) ?? null;
      }
    },
    set(key, value) {
      try {
        if (value === null) localStorage.removeItem(key);
        else localStorage.setItem(key, value);
      } catch {
        if (value === null) memory.delete(key);
        else memory.set(key, value);
      }
    },
  };
}

/** Null where it is denied. */
export function shelf(): Storage | null {
  let found: Storage | null = null;
  try {
    found = localStorage;
  } catch {
    // Denied.
  }
  return found;
}
