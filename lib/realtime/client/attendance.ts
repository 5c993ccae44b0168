import { batch, signal } from "@preact/signals";
import type { PresenceStatus } from "@/lib/protocol/entities.ts";
import type { ConversationFrame, PresenceFrame } from "@/lib/protocol/events.ts";
import { createDirectory } from "./directory.ts";
import type { DirectoryStart, Member } from "./directory.ts";
import type { Socket } from "./socket.ts";

/** How often presence is asked for where it is not pushed, and above how many online that may be. */
const ASKED_EVERY = 30_000;
const PUSHED_UP_TO = 150;

export interface AttendanceStart extends DirectoryStart {
  readonly members_count: number;
  readonly online_count: number;
  /** A few hundred of those online, the idle ones with them. */
  readonly online_ids: readonly number[];
  /** Those of them at whose devices nobody moves. */
  readonly away_ids: readonly number[];
}

export interface Presence {
  readonly members_count: number;
  readonly online_count: number;
  readonly online_ids: ReadonlySet<number>;
  readonly away_ids: ReadonlySet<number>;
}

export type StatusEvent = Extract<ConversationFrame, { status: unknown }>;

interface Deps {
  readonly conversation_id: number;
  readonly socket: Pick<Socket, "command" | "say">;
  readonly start: AttendanceStart;
}

/** Who belongs to a room, and who of them is there. */
export function createAttendance({ conversation_id, socket, start }: Deps) {
  const presence = signal(toPresence(start));
  const directory = createDirectory(start, statusOf);
  let asking: ReturnType<typeof setInterval> | undefined;
  let is_idle = false;

  /** How things stand with somebody. Among more than can be told of, what was said of them last counts. */
  function statusOf({ user, status }: Pick<Member, "status"> & { user: { id: number } }): PresenceStatus {
    const { online_ids, away_ids, online_count } = presence.value;
    if (away_ids.has(user.id)) return "away";
    if (online_ids.has(user.id)) return "online";
    return online_count > online_ids.size ? status : "offline";
  }

  async function ask(): Promise<void> {
    try {
      const command = { type: "chat:presence", conversation_id };
      presence.value = toPresence(await socket.command<PresenceFrame>(command));
    } catch {
      // Asked again with the next connection.
      return;
    }
    const known = new Set(directory.entries.peek().map(({ user }) => user.id));
    const are_strangers = [...presence.peek().online_ids].some((id) => !known.has(id));
    // Where presence is not pushed, somebody may have come without a word.
    if (are_strangers && !directory.has_more.peek()) void directory.refresh();
  }

  function take({ user, status, last_seen_at }: StatusEvent): void {
    const { members_count, online_count, online_ids, away_ids } = presence.peek();
    // Who is away is still there.
    const is_here = status !== "offline";
    const change = Number(is_here) - Number(online_ids.has(user.id));
    batch(() => {
      const is_new = directory.learn({ user, status, last_seen_at });
      presence.value = {
        members_count: members_count + Number(is_new),
        online_count: Math.max(0, online_count + change),
        online_ids: changed(online_ids, user.id, is_here),
        away_ids: changed(away_ids, user.id, status === "away"),
      };
    });
  }

  function sayIdle(): void {
    socket.say({ type: "chat:status", status: is_idle ? "away" : "online" });
  }

  return {
    presence,
    directory,
    statusOf,
    ask,
    take,
    /** Whether nobody moves at this device. */
    setIdle(idle: boolean): void {
      if (idle === is_idle) return;
      is_idle = idle;
      sayIdle();
    },
    /** A new connection counts as somebody who moves, until it is told otherwise. */
    online: () => is_idle && sayIdle(),
    start(): void {
      asking = setInterval(() => {
        if (presence.peek().online_count > PUSHED_UP_TO) void ask();
      }, ASKED_EVERY);
    },
    stop: () => clearInterval(asking),
  };
}

function toPresence({ members_count, online_count, online_ids, away_ids }: Told): Presence {
  return { members_count, online_count, online_ids: new Set(online_ids), away_ids: new Set(away_ids) };
}

type Told = Pick<AttendanceStart, "members_count" | "online_count" | "online_ids" | "away_ids">;

function changed(ids: ReadonlySet<number>, id: number, is_in: boolean): ReadonlySet<number> {
  if (ids.has(id) === is_in) return ids;
  const result = new Set(ids);
  if (is_in) result.add(id);
  else result.delete(id);
  return result;
}
