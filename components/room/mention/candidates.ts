import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { User } from "@/lib/protocol/entities.ts";

/** People that are offered at once. */
export const OFFERED = 8;

/**
 * Whom one may mean by what was written of a name: those whose name begins with it before those in whose name
 * it only stands, and else as they were given, each once.
 *
 * @param people who wrote most recently first
 */
export function candidates(people: Iterable<User>, query: string, me: { readonly id: number }): User[] {
  const key = normalizeKey(query);
  const ranked: User[][] = [[], []];
  const seen = new Set([me.id]);
  for (const user of people) {
    if (seen.has(user.id)) continue;
    seen.add(user.id);
    const fit = fitOf(user, key);
    if (fit !== null) ranked[fit]!.push(user);
  }
  return ranked.flat().slice(0, OFFERED);
}

/** 0 where a name begins with it, 1 where it stands in one, null where it does not. */
function fitOf({ first_name, last_name, username }: User, key: string): 0 | 1 | null {
  if (key === "") return 0;
  const names = ` ${normalizeKey(`${first_name} ${last_name}`)} ${normalizeKey(username)}`;
  if (names.includes(` ${key}`)) return 0;
  return names.includes(key) ? 1 : null;
}
