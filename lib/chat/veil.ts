import type { Role, User } from "@/lib/protocol/entities.ts";

/**
 * What visitors of sites are shown of people, by whatever way it comes to them: a name, a picture, and whether somebody
 * speaks for the workspace. What members earn and play is between them. To be given to `JSON.stringify`, so that no
 * answer has to remember it.
 */
export function veil(_name: string, value: unknown): unknown {
  if (!isPerson(value)) return value;
  const role = sideOf(value.role);
  return "in_game_ids" in value
    ? { ...value, score: 0, rank: null, role, in_game_ids: [] }
    : { ...value, role };
}

/** Whole, or as a quote names its author: nothing else has both of these. */
function isPerson(value: unknown): value is Pick<User, "profile_picture" | "role"> {
  return typeof value === "object" && value !== null && "profile_picture" in value && "role" in value;
}

/** Whoever answers is told from other members, and an owner from no agent. */
function sideOf(role: Role | null): Role | null {
  return role === null || role === "member" ? role : "agent";
}
