import type { Conversation, RoomRole, User } from "@/lib/protocol/entities.ts";

/** What somebody may do with a group, as the server will have it: what they may not is not offered. */
export interface Rights {
  /** Change its name, topic and picture, and add people. */
  readonly run: boolean;
  /** Give roles, hand it over, delete it. */
  readonly own: boolean;
  /** Take out somebody with this role. */
  remove(role: RoomRole): boolean;
}

/** @param me the asker, whose role in the workspace may open more than that in the group */
export function rightsIn({ role }: Pick<Conversation, "role">, me: Pick<User, "role">): Rights {
  const is_staff = me.role === "owner" || me.role === "admin";
  const own = is_staff || role === "owner";
  const run = own || role === "admin";
  return {
    run,
    own,
    remove: (theirs) => is_staff || (own && theirs !== "owner") || (run && theirs === "member"),
  };
}
