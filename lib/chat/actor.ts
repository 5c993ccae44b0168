import type { Role } from "@/lib/protocol/entities.ts";

/**
 * Who asks. Made by authentication alone (session, token, ticket, guest, bot), fresh from the database
 * for each request; everything else finds things *through* it.
 */
export interface Actor {
  /** Id in `actors`; for a member also the id in `users`. */
  readonly id: number;
  readonly kind: "member" | "guest" | "bot" | "system";
  readonly workspace_id: number;
  /** Role in that workspace; null for guests, bots and system actors. */
  readonly role: Role | null;
  /** The session that vouches for it, if any: sockets close with it. */
  readonly session_id: number | null;
  /** The site whose visitor it is; of guests alone. */
  readonly site_id?: number;
  /** Whether the site's own server vouches for who that visitor is. */
  readonly verified?: boolean;
  /** What that visitor came in by: a ticket and a socket of theirs are good as long as it is the same. */
  readonly mark?: string;
}

/** Admin and above: everything in the workspace is theirs to see and change. */
export function isStaff(actor: Pick<Actor, "role">): boolean {
  return actor.role === "owner" || actor.role === "admin";
}
