import { normalizeKey } from "@/lib/i18n/normalize.ts";
import type { Conversation, RoomRole, User } from "@/lib/protocol/entities.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { GROUP_MAX } from "@/lib/protocol/rooms.ts";
import { usernameKey } from "@/lib/protocol/username.ts";
import * as conversations from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import * as participants from "@/db/participants.ts";
import type { InsidePlace, InsideRow } from "@/db/participants.ts";
import type { Right } from "@/db/standing.ts";
import { ExpectationFailed, UniqueViolation } from "@/db/store.ts";
import type { Store } from "@/db/store.ts";
import type { Access, Grant } from "./access.ts";
import type { Actor } from "./actor.ts";
import { twice } from "./commit.ts";
import type { Conversations } from "./conversations.ts";
import type { Emit } from "./events.ts";
import type { Groups } from "./groups.ts";
import type { Lines, Told } from "./lines.ts";
import { toUser } from "./people.ts";
import type { Tiers } from "./ranks.ts";

/** One of the people of a group. Times are epoch milliseconds. */
export interface GroupMember {
  readonly user: User;
  readonly role: RoomRole;
  readonly joined_at: number;
  readonly last_seen_at: number | null;
}

/** A page of them: the owner, the admins, all others, each by name. */
export interface GroupMembersPage {
  /** All who fit what is looked for. */
  readonly count: number;
  readonly members: readonly GroupMember[];
  /** Where to go on; null at the end. */
  readonly next: InsidePlace | null;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly access: Access;
  readonly conversations: Conversations;
  readonly groups: Groups;
  readonly lines: Lines;
  readonly emit: Emit;
}

const ALL: readonly RoomRole[] = ["owner", "admin", "member"];

/** Who is in a group, and what they are in it. */
export function createGroupMembers(deps: Deps) {
  const { store, now, access, groups: { find, tell, recorded }, lines, emit } = deps;

  /** The people of a group whose name holds what is looked for. @throws AppError `not_found` */
  async function list(
    actor: Actor,
    id: number,
    { search, after, limit }: { search: string; after?: InsidePlace; limit: number },
  ): Promise<GroupMembersPage> {
    const { tiers } = await find(actor, id);
    const keys = { name: normalizeKey(search), username: usernameKey(search) };
    const [rows, counted] = await Promise.all([
      store.all(participants.list(id, keys, { after, limit: limit + 1 })),
      store.get(participants.count(id, keys)),
    ]);
    const page = rows.slice(0, limit);
    return {
      count: counted!.count,
      members: page.map((row) => toMember(row, tiers)),
      next: rows.length > limit ? page.at(-1)! : null,
    };
  }

  /**
   * Adds people; those who are in it already stay as they are. What was said before they came counts as read.
   * @param client_id the same one again adds nobody
   * @throws AppError `not_found` (nobody is added) for one who is no member of the workspace or banned;
   *   `forbidden`, `muted`, `group_full`, `conflict`, `unavailable`
   */
  async function add(
    actor: Actor,
    id: number,
    user_ids: readonly number[],
    client_id?: string,
  ): Promise<Conversation> {
    await twice(() => addOnce(actor, id, [...new Set(user_ids)], client_id)).catch((error) => {
      if (!(error instanceof UniqueViolation) || !error.on("messages.client_id")) throw error;
    });
    return await deps.conversations.get(actor, id);
  }

  async function addOnce(actor: Actor, id: number, asked: readonly number[], key?: string): Promise<void> {
    const grant = await find(actor, id);
    const right = access.toRun(grant, "add");
    const inside = new Set((await store.all(participants.among(id, asked))).map((row) => row.actor_id));
    const added = asked.filter((user_id) => !inside.has(user_id));
    if (added.length === 0) return;
    const { workspace_id } = grant.conversation;
    const at = now();
    const told: Told = { key: "members_added", ...await lines.name(added) };
    // No message of theirs can be called so: a space is in no name that a client may give.
    const line = lines.say(grant, right, told, { at, client_id: key && `added ${key}` });
    const welcome = memberships.areWelcome(workspace_id, added, at);
    const room = participants.fit(id, GROUP_MAX);
    const place = { conversation_id: id, workspace_id };
    const statements = [
      welcome,
      conversations.addParticipants(added.map((actor_id) => ({ ...place, actor_id, joined_at: at }))),
      room,
      participants.beginReading(id, workspace_id, added, at),
      ...recorded(grant, right, "group.add", at, { user_ids: added }),
    ];
    await tell(grant, [line], statements, () => {
      for (const actor_id of added) emit({ type: "joined", conversation: placeOf(grant), actor_id });
    }).catch((error) => {
      const failed = error instanceof ExpectationFailed
        ? statements[error.index - line.statements.length - 1]
        : undefined;
      if (failed === welcome) throw new AppError("not_found", {}, "members");
      if (failed === room) throw new AppError("group_full", { max: GROUP_MAX }, "members");
      throw error;
    });
  }

  /**
   * Takes somebody out of a group, by those above them; oneself, which is leaving. Where its owner goes, its
   * longest admin owns it, else its longest member.
   * @throws AppError `not_found` also for who is not in it, `forbidden`, `conflict`, `unavailable`
   */
  async function remove(actor: Actor, id: number, user_id: number): Promise<void> {
    await twice(async () => {
      const grant = await find(actor, id);
      const leaves = user_id === actor.id;
      const right: Right = leaves
        ? { ground: "participant", voice: "not needed" }
        : access.toRun(grant, "remove");
      const roles = leaves ? ALL : below(grant, right);
      const [target] = await store.all(participants.among(id, [user_id]));
      if (!target) throw new AppError("not_found");
      if (!roles.includes(target.role)) throw new AppError("forbidden");
      const at = now();
      const told: Told = leaves
        ? { key: "member_left" }
        : { key: "member_removed", ...await lines.name([user_id]) };
      await tell(grant, [lines.say(grant, right, told, { at })], [
        conversations.removeParticipant(id, user_id, at, roles),
        participants.succeed(id, at),
        ...recorded(grant, right, "group.remove", at, { user_ids: [user_id] }),
      ], () => emit({ type: "left", conversation: placeOf(grant), actor_id: user_id }));
    });
  }

  /**
   * Gives somebody in a group another role. `owner` hands it over: who owned it is an admin from then on.
   * @throws AppError `not_found` also for who is not in it, `forbidden`, `owner_needed`, `conflict`,
   *   `unavailable`
   */
  async function setRole(actor: Actor, id: number, user_id: number, role: RoomRole): Promise<GroupMember> {
    return await twice(async () => {
      const grant = await find(actor, id);
      const right = access.toRun(grant, "appoint");
      const [target] = await store.all(participants.among(id, [user_id]));
      if (!target) throw new AppError("not_found");
      if (target.role === role) return await get(grant, user_id);
      if (target.role === "owner") throw new AppError("owner_needed");
      const at = now();
      const told: Told = { key: "role_changed", role, ...await lines.name([user_id]) };
      await tell(grant, [lines.say(grant, right, told, { at })], [
        ...role === "owner"
          ? [
            memberships.areWelcome(grant.conversation.workspace_id, [user_id], at),
            participants.abdicate(id),
          ]
          : [],
        participants.setRole(id, user_id, role, target.role),
        ...recorded(grant, right, "group.appoint", at, { user_id, role }),
      ]);
      return await get(grant, user_id);
    });
  }

  async function get({ conversation, tiers }: Grant, user_id: number): Promise<GroupMember> {
    const row = await store.get(participants.find(conversation.conversation_id, user_id));
    if (!row) throw new AppError("not_found");
    return toMember(row, tiers);
  }

  return { list, add, remove, setRole };
}

export type GroupMembers = ReturnType<typeof createGroupMembers>;

/** The roles of those whom somebody may remove. */
function below({ conversation: { participant_role } }: Grant, { ground }: Right): readonly RoomRole[] {
  if (ground === "staff") return ALL;
  return participant_role === "owner" ? ["admin", "member"] : ["member"];
}

function toMember(row: InsideRow, tiers: Tiers): GroupMember {
  const { participant_role: role, joined_at, last_seen_at } = row;
  return { user: toUser(row, tiers), role, joined_at, last_seen_at };
}

function placeOf({ conversation: { conversation_id: id, kind, workspace_id } }: Grant) {
  return { id, kind, workspace_id };
}
