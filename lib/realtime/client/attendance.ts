import { batch, signal } from "@preact/signals";
import type { User } from "@/lib/protocol/entities.ts";
import type { ConversationFrame, PresenceFrame } from "@/lib/protocol/events.ts";
import type { Socket } from "./socket.ts";

/** How often presence is asked for where it is not pushed, and above how many online that may be. */
const ASKED_EVERY = 30_000;
const PUSHED_UP_TO = 150;
/** Members that are asked for anew after a reconnect. */
const MEMBERS = 100;

export interface Member {
  readonly user: User;
  /** ISO 8601; null for somebody who never connected. */
  readonly last_seen_at: string | null;
}

export interface AttendanceStart {
  readonly members_count: number;
  readonly online_ids: readonly number[];
  readonly online_count: number;
  /** Some of the members, by name. */
  readonly members: readonly Member[];
}

export type StatusEvent = Extract<ConversationFrame, { status: unknown }>;

interface Deps {
  readonly conversation_id: number;
  readonly socket: Pick<Socket, "command">;
  readonly start: AttendanceStart;
}

/** Who belongs to a room, and who of them is there. */
export function createAttendance({ conversation_id, socket, start }: Deps) {
  const presence = signal({
    members_count: start.members_count,
    online_count: start.online_count,
    online_ids: new Set(start.online_ids),
  });
  const members = signal(new Map(start.members.map((member) => [member.user.id, member])));
  let asking: ReturnType<typeof setInterval> | undefined;

  async function ask(): Promise<void> {
    try {
      const command = { type: "chat:presence", conversation_id };
      const { members_count, online_count, online_ids } = await socket.command<PresenceFrame>(command);
      presence.value = { members_count, online_count, online_ids: new Set(online_ids) };
    } catch {
      // Asked again with the next connection.
    }
  }

  /** The list anew: people may have come, gone and changed their names meanwhile. */
  async function refresh(): Promise<void> {
    try {
      const response = await fetch(`/api/users?limit=${MEMBERS}`, {
        headers: { accept: "application/json" },
      });
      if (!response.ok) return;
      const people: (User & { last_seen_at: string | null })[] = await response.json();
      const listed = new Map(people.map(({ last_seen_at, ...user }) => [user.id, { user, last_seen_at }]));
      // Those online stay known, also where the list ends before their name.
      for (const [id, member] of members.peek()) {
        if (presence.peek().online_ids.has(id) && !listed.has(id)) listed.set(id, member);
      }
      members.value = listed;
    } catch {
      // What is shown stays; the next connection asks again.
    }
  }

  function take({ user, status, last_seen_at }: StatusEvent): void {
    const { members_count, online_count, online_ids } = presence.peek();
    const ids = new Set(online_ids);
    // Who is away is still there.
    const is_here = status !== "offline";
    const changed = is_here ? !ids.has(user.id) && ids.add(user.id) : ids.delete(user.id);
    batch(() => {
      const is_new = !members.peek().has(user.id);
      members.value = new Map(members.peek()).set(user.id, { user, last_seen_at });
      if (!changed) return;
      const listed = members.peek().size;
      presence.value = {
        // Only in a list that is whole a stranger must be somebody new.
        members_count: is_new && listed > members_count ? listed : members_count,
        online_count: Math.max(0, online_count + (is_here ? 1 : -1)),
        online_ids: ids,
      };
    });
  }

  return {
    presence,
    members,
    ask,
    refresh,
    take,
    start(): void {
      asking = setInterval(() => {
        if (presence.peek().online_count > PUSHED_UP_TO) void ask();
      }, ASKED_EVERY);
    },
    stop: () => clearInterval(asking),
  };
}
