/** How many searches are kept. */
const KEPT = 8;

/** What somebody looked for lately, on this device alone. */
export function createRecent(me_id: number) {
  const key = `peyk:searches:${me_id}`;

  function all(): string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "[]");
      return Array.isArray(kept) ? kept.filter((one) => typeof one === "string").slice(0, KEPT) : [];
    } catch {
      return [];
    }
  }

  function store(searches: readonly string[]): void {
    try {
      localStorage.setItem(key, JSON.stringify(searches));
    } catch {
      // Denied: nothing is kept.
    }
  }

  return {
    all,
    take(text: string): void {
      const wanted = text.trim();
      if (wanted !== "") store([wanted, ...all().filter((one) => one !== wanted)].slice(0, KEPT));
    },
    forget: () => store([]),
  };
}
