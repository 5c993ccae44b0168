import type { ConversationKind, Role, User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { Store } from "@/db/store.ts";
import { findShown, findStanding } from "@/db/standing.ts";
import type { Ground, Right, StandingRow } from "@/db/standing.ts";
import { toUser } from "./people.ts";
import type { Actor } from "./actor.ts";
import type { Ranks, Tiers } from "./ranks.ts";

/**
 * May they? The one table of rights in conversations: on which grounds each kind is open to somebody.
 * REST and both sockets ask here and nowhere else. The ground that carried a right is asked for again
 * inside the write itself (`db/standing.ts`), so that a right lost in between stops the write.
 */
const GROUNDS: Readonly<Record<ConversationKind, readonly Ground[]>> = {
  global: ["member", "visitor"],
  direct: ["participant", "staff"],
  group: ["participant", "staff"],
  team: ["participant", "staff"],
  site: ["visitor", "agent"],
  ticket: ["participant", "agent"],
};

/** On which grounds somebody may change what others wrote. Nobody but admins puts words in their mouths. */
const OVER_OTHERS: Readonly<Record<"edit" | "delete", readonly Ground[]>> = {
  edit: ["staff"],
  delete: ["staff", "leader"],
};

/** Who moderates: on which grounds somebody may pin. What two have between them is both's. */
const MODERATING: Readonly<Record<ConversationKind, readonly Ground[]>> = {
  global: ["staff"],
  direct: ["participant", "staff"],
  group: ["leader", "staff"],
  team: ["leader", "staff"],
  site: ["agent"],
  ticket: ["agent"],
};

/**
 * Who runs a group: what it is called and who is in it, and above those who owns it and whether it is. Removing,
 * and leaving, are no way of speaking: who is muted may still do it.
 */
const RUNNING = {
  describe: { grounds: ["leader", "staff"], voice: "needed" },
  add: { grounds: ["leader", "staff"], voice: "needed" },
  // Staff first: they may remove whom a leader may not.
  remove: { grounds: ["staff", "leader"], voice: "not needed" },
  appoint: { grounds: ["owner", "staff"], voice: "not needed" },
  dissolve: { grounds: ["owner", "staff"], voice: "not needed" },
} as const satisfies Record<string, { grounds: readonly Ground[]; voice: Right["voice"] }>;

const AGENTS: readonly (Role | null)[] = ["owner", "admin", "agent"];
const STAFF: readonly (Role | null)[] = ["owner", "admin"];
const LEADERS: readonly StandingRow["participant_role"][] = ["owner", "admin"];

/** What somebody may do in one conversation, found out for one act. */
export interface Grant {
  readonly actor: Actor;
  readonly conversation: StandingRow;
  /** The asker as others see them. */
  readonly user: User;
  /** Why they may read it, and post unless muted. */
  readonly ground: Ground;
  /** The ranks of the workspace. */
  readonly tiers: Tiers;
}

export function createAccess({ store, now, ranks }: { store: Store; now: () => number; ranks: Ranks }) {
  /**
   * The conversation as this actor may see it.
   * @throws AppError `not_found` for whoever may not see it, as if it did not exist.
   */
  async function toRead(actor: Actor, conversation_id: number): Promise<Grant> {
    const conversation = await store.get(findStanding(actor, conversation_id, now()));
    const ground = conversation && firstThatHolds(GROUNDS[conversation.kind], conversation);
    if (!conversation || !ground) throw new AppError("not_found");
    const tiers = await ranks.of(conversation.workspace_id);
    return { actor, conversation, ground, tiers, user: toUser(conversation, tiers) };
  }

  /**
   * The room that a site shows to whoever comes, before they are anybody there: to be read.
   * @throws AppError `unauthenticated` where each visitor has a conversation of their own
   */
  async function toShow(site: { readonly id: number; readonly workspace_id: number }): Promise<Grant> {
    const conversation = await store.get(findShown(site.id));
    const ground = conversation && firstThatHolds(GROUNDS[conversation.kind], conversation);
    if (!conversation || !ground) throw new AppError("unauthenticated");
    const tiers = await ranks.of(site.workspace_id);
    return { actor: nobodyAt(site), conversation, ground, tiers, user: toUser(conversation, tiers) };
  }

  /** The same for writing. @throws AppError also as {@link requireVoice}. */
  async function toPost(actor: Actor, conversation_id: number): Promise<Grant> {
    const grant = await toRead(actor, conversation_id);
    requireVoice(grant);
    return grant;
  }

  /**
   * For whoever may read but not write at the moment.
   * @throws AppError `muted`; for visitors `site_locked`, `identity_required`
   */
  function requireVoice({ conversation: { muted_until, site_locked, is_unvouched } }: Grant): void {
    if (muted_until !== null && muted_until > now()) throw new AppError("muted", { until: muted_until });
    if (site_locked === 1) throw new AppError("site_locked");
    if (is_unvouched === 1) throw new AppError("identity_required");
  }

  /**
   * The ground on which they may change a message of this author.
   * @throws AppError `forbidden`; for editing also `muted`
   */
  function toChange(grant: Grant, act: "edit" | "delete", author_id: number): Ground {
    const { actor, conversation, ground } = grant;
    const own = author_id === actor.id;
    const found = own ? ground : firstThatHolds(OVER_OTHERS[act], conversation);
    if (!found) throw new AppError("forbidden");
    if (act === "edit") requireVoice(grant);
    return found;
  }

  /** The ground on which they may pin and unpin. @throws AppError `forbidden`, `muted` */
  function toModerate(grant: Grant): Ground {
    const { conversation } = grant;
    const found = firstThatHolds(MODERATING[conversation.kind], conversation);
    if (!found) throw new AppError("forbidden");
    requireVoice(grant);
    return found;
  }

  /** The right by which they may do that to a group. @throws AppError `forbidden`, `muted` */
  function toRun(grant: Grant, act: keyof typeof RUNNING): Right {
    const { grounds, voice } = RUNNING[act];
    const ground = firstThatHolds(grounds, grant.conversation);
    if (!ground) throw new AppError("forbidden");
    if (voice === "needed") requireVoice(grant);
    return { ground, voice };
  }

  return { toRead, toShow, toPost, requireVoice, toChange, toModerate, toRun };
}

/** Somebody of whom nothing is known but the site they came to. */
export function nobodyAt(
  { id, workspace_id }: { readonly id: number; readonly workspace_id: number },
): Actor {
  return { id: 0, kind: "guest", workspace_id, role: null, session_id: null, site_id: id };
}

/** Which conversations of the workspace are open to somebody, by kind: for reading many at once. */
export interface Reach {
  /** Kinds of which every one is. */
  readonly all: readonly ConversationKind[];
  /** Kinds of which those are in which they take part. */
  readonly own: readonly ConversationKind[];
}

/** How far an actor's reading goes, by the same table that lets them into one conversation. */
export function reachOf({ role }: Pick<Actor, "role">): Reach {
  const kinds = Object.keys(GROUNDS) as ConversationKind[];
  const all = kinds.filter((kind) =>
    firstThatHolds(GROUNDS[kind], { member_role: role, participant_role: null, is_led_here: 0 })
  );
  const own = kinds.filter((kind) => !all.includes(kind) && GROUNDS[kind].includes("participant"));
  return { all, own };
}

/** Whether somebody answers customers, and is told who these are. */
export function isAgent({ role }: Pick<Actor, "role">): boolean {
  return AGENTS.includes(role);
}

/** Whether who was let in is staff of the workspace. */
export function isStaffIn({ conversation }: Grant): boolean {
  return holds("staff", conversation);
}

export type Access = ReturnType<typeof createAccess>;

/** What somebody is to a conversation. */
type Roles = Pick<StandingRow, "member_role" | "participant_role" | "is_led_here">;

function firstThatHolds(grounds: readonly Ground[], standing: Roles): Ground | undefined {
  return grounds.find((ground) => holds(ground, standing));
}

function holds(ground: Ground, { member_role, participant_role, is_led_here }: Roles): boolean {
  switch (ground) {
    case "participant":
      return participant_role !== null;
    case "leader":
      return LEADERS.includes(participant_role);
    case "owner":
      return participant_role === "owner";
    case "member":
      return member_role !== null;
    case "agent":
      return AGENTS.includes(member_role);
    case "staff":
      return STAFF.includes(member_role);
    case "visitor":
      return is_led_here === 1;
  }
}
