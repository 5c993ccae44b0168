import type { ConversationKind, Role, User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Store } from "@/db/store.ts";
import { findStanding } from "@/db/standing.ts";
import type { Ground, StandingRow } from "@/db/standing.ts";
import { toUser } from "./people.ts";
import type { Actor } from "./actor.ts";

/**
 * May they? The one table of rights in conversations: on which grounds each kind is open to somebody.
 * REST and both sockets ask here and nowhere else. The ground that carried a right is asked for again
 * inside the write itself (`db/standing.ts`), so that a right lost in between stops the write.
 */
const GROUNDS: Readonly<Record<ConversationKind, readonly Ground[]>> = {
  global: ["member"],
  direct: ["participant", "staff"],
  group: ["participant", "staff"],
  team: ["participant", "staff"],
  site: ["participant", "agent"],
  ticket: ["participant", "agent"],
};

const AGENTS: readonly (Role | null)[] = ["owner", "admin", "agent"];
const STAFF: readonly (Role | null)[] = ["owner", "admin"];

/** What somebody may do in one conversation, found out for one act. */
export interface Grant {
  readonly actor: Actor;
  readonly conversation: StandingRow;
  /** The asker as others see them. */
  readonly user: User;
  /** Why they may read it. */
  readonly ground: Ground;
  /** May act on what others wrote: admins and above; owners and admins of a group in it. */
  readonly moderates: boolean;
  /** Until when they may not post, in epoch milliseconds; null when they may. */
  readonly muted_until: number | null;
}

export function createAccess({ store, now }: { store: Store; now: () => number }) {
  /**
   * The conversation as this actor may see it.
   * @throws AppError `not_found` for whoever may not see it, as if it did not exist.
   */
  async function toRead(actor: Actor, conversation_id: number): Promise<Grant> {
    const standing = await store.get(findStanding(actor, conversation_id, now()));
    const ground = standing && GROUNDS[standing.kind].find((ground) => holds(ground, standing));
    if (!standing || !ground) throw new AppError("not_found");
    return grantOf(actor, standing, ground);
  }

  /** The same for writing. @throws AppError also `muted`. */
  async function toPost(actor: Actor, conversation_id: number): Promise<Grant> {
    const grant = await toRead(actor, conversation_id);
    requireVoice(grant);
    return grant;
  }

  function requireVoice({ muted_until }: Grant): void {
    if (muted_until === null || muted_until <= now()) return;
    throw new AppError("muted", { until: muted_until });
  }

  return { toRead, toPost, requireVoice };
}

export type Access = ReturnType<typeof createAccess>;

function holds(ground: Ground, standing: StandingRow): boolean {
  switch (ground) {
    case "participant":
      return standing.participant_role !== null;
    case "member":
      return standing.member_role !== null;
    case "agent":
      return AGENTS.includes(standing.member_role);
    case "staff":
      return STAFF.includes(standing.member_role);
  }
}

function grantOf(actor: Actor, standing: StandingRow, ground: Ground): Grant {
  const leads = standing.participant_role === "owner" || standing.participant_role === "admin";
  return {
    actor,
    conversation: standing,
    user: toUser(standing),
    ground,
    moderates: STAFF.includes(standing.member_role) || leads,
    muted_until: standing.muted_until,
  };
}
