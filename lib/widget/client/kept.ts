/** What a visitor's browser keeps for the frame. Nothing is thrown where it is denied or full: it is not kept then. */
export interface Kept {
  get(key: string): string | null;
  /** Null forgets it. */
  set(key: string, value: string | null): void;
}

export const in_browser = createKept(() => localStorage);
/** For as long as a window is open. */
export const in_window = createKept(() => sessionStorage);

/** @param shelf asked for each time: where it is denied, asking throws */
function createKept(shelf: () => Storage): Kept {
  return {
    get(key) {
      try {
        return shelf().getItem(key);
      } catch {
        return null;
      }
    },
    set(key, value) {
      try {
        if (value === null) shelf().removeItem(key);
        else shelf().setItem(key, value);
      } catch {
        // Denied or full.
      }
    },
  };
}

/** Where the frame keeps things; null where the browser denies it that. */
export function shelf(): Storage | null {
  let found: Storage | null = null;
  try {
    found = localStorage;
  } catch {
    // Denied.
  }
  return found;
}

/** Takes away what these people wrote and did not send; of somebody unknown nothing is. */
export function forgetTexts(...user_ids: readonly (number | undefined)[]): void {
  const known = user_ids.filter((id) => id !== undefined);
  if (known.length === 0) return;
  const theirs = new RegExp(`^peyk:\\w+:(${known.join("|")})(:|$)`);
  for (const key of Object.keys(shelf() ?? {})) if (theirs.test(key)) localStorage.removeItem(key);
}
