import type { PresenceStatus, User } from "@/lib/protocol/entities.ts";

interface Member {
  readonly user: User;
  readonly status: PresenceStatus;
  readonly last_seen_at: string | null;
}

/** Who is there, as a page begins with it. */
interface There {
  readonly online_count: number;
  readonly online_ids: readonly number[];
  readonly members: readonly Member[];
  /** Where the list of those who are there goes on; null where it is whole. */
  readonly next_online: string | null;
}

/**
 * Whoever looks at a page is there, although their connection comes only after it: they see themselves as others
 * will in a moment, instead of leaping up a list.
 */
export function withReader<Start extends There>(start: Start, me: User): Start {
  const { online_ids, online_count, members, next_online } = start;
  if (online_ids.includes(me.id) || online_count > online_ids.length) return start;
  // A copy: props in which something stands twice are no plain JSON, and dearer on both sides.
  const reader: Member = { user: structuredClone(me), status: "online", last_seen_at: null };
  const others = members.filter(({ user }) => user.id !== me.id);
  return {
    ...start,
    online_count: online_count + 1,
    online_ids: [...online_ids, me.id],
    members: next_online === null ? [reader, ...others] : members,
  };
}
