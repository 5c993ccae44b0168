import type { Locale } from "./mod.ts";

/** From how many points on somebody is called what, unless a workspace has ranks of its own. */
const RANKS: readonly (Readonly<Record<Locale, string>> & { readonly min: number })[] = [
  { min: 1, fa: "نوآموز", en: "Apprentice" },
  { min: 10, fa: "همراه", en: "Companion" },
  { min: 50, fa: "کاربلد", en: "Skilled" },
  { min: 200, fa: "چیره‌دست", en: "Expert" },
  { min: 1000, fa: "استاد", en: "Master" },
];

/** The usual ranks in one language, lowest first. */
export function defaultRanks(locale: Locale): { name: string; min: number }[] {
  return RANKS.map(({ min, [locale]: name }) => ({ name, min }));
}

/** A usual rank in the reader's language; one that a workspace named itself stays as it is. */
export function rankIn(locale: Locale, rank: string): string {
  return RANKS.find((one) => one.fa === rank || one.en === rank)?.[locale] ?? rank;
}
