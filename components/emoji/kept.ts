import type { Tone } from "./search.ts";

/** How many of those lately used are kept. */
const KEPT = 24;
/** What stands there at first. */
const USUAL = ["😍", "🔥", "👏", "❤️", "😂", "🙏", "👍", "🎉"];

interface Kept {
  /** Sign and how often it was taken. */
  readonly used: readonly (readonly [string, number])[];
  readonly tone: Tone;
}

/** What somebody takes often, and their skin tone, on this device alone. */
export function createKept(me_id: number) {
  const key = `peyk:emoji:${me_id}`;

  function load(): Kept {
    try {
      const { used, tone } = JSON.parse(localStorage.getItem(key) ?? "{}");
      return {
        used: Array.isArray(used) ? used.filter(isUsed) : [],
        tone: [1, 2, 3, 4, 5].includes(tone) ? tone : 0,
      };
    } catch {
      return { used: [], tone: 0 };
    }
  }

  function store(kept: Kept): void {
    try {
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // Denied: nothing is kept.
    }
  }

  return {
    tone: (): Tone => load().tone,
    setTone: (tone: Tone) => store({ ...load(), tone }),
    /** What is taken often first, of two alike the later one; filled up with what everybody takes. */
    often(most: number): string[] {
      const used = load().used.toSorted((a, b) => b[1] - a[1]).map(([sign]) => sign);
      return [...new Set([...used, ...USUAL])].slice(0, most);
    },
    take(sign: string): void {
      const kept = load();
      const [, times] = kept.used.find(([one]) => one === sign) ?? [sign, 0];
      // The latest first. What was taken long ago counts less and less, or nothing new would ever come up.
      const others = kept.used.filter(([one]) => one !== sign).map(([one, n]) => [one, n * 0.97] as const);
      store({ ...kept, used: [[sign, times + 1] as const, ...others].slice(0, KEPT) });
    },
  };
}

function isUsed(entry: unknown): entry is [string, number] {
  return Array.isArray(entry) && typeof entry[0] === "string" && entry[0].length <= 40 &&
    Number.isFinite(entry[1]);
}
