import type { Context } from "fresh";
import type { Actor } from "@/lib/chat/actor.ts";
import type { GroupMember } from "@/lib/chat/group_members.ts";
import type { RoomMembersPage } from "@/lib/protocol/answers.ts";
import type { RoomMember } from "@/lib/protocol/entities.ts";
import type { MembersQuery } from "@/lib/protocol/rooms.ts";
import { addressOf } from "./conversations.ts";
import { requireActor } from "./session.ts";
import type { State } from "./state.ts";

/** The people of a group that fit a query, with presence. @throws AppError `not_found` */
export async function membersPage(
  ctx: Context<State>,
  room_id: number,
  { q: search, after, limit }: MembersQuery,
): Promise<RoomMembersPage> {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  const { count, members, next } = await app.chat.members.list(actor, room_id, { search, after, limit });
  return {
    count,
    next: next && addressOf(ctx, { after: `${next.standing}~${next.user_id}~${next.name_order}` }),
    results: members.map((member) => toRoomMember(app, actor, member)),
  };
}

/** One of them, with presence. */
export function toRoomMember(
  { realtime }: State["app"],
  { workspace_id }: Actor,
  { user, role, joined_at, last_seen_at }: GroupMember,
): RoomMember {
  return {
    user,
    role,
    joined_at: new Date(joined_at).toISOString(),
    status: realtime.presence.statusOf(workspace_id, user.id),
    last_seen_at: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
  };
}
