import type { PresenceStatus, User } from "@/lib/protocol/entities.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import type { Hub } from "./hub.ts";

/** How long someone must be away before it is said, in milliseconds: a reload is no departure. */
const LEAVE_DELAY = 2000;
/** Above this many people online, presence is asked for and no longer pushed. */
const PUSH_MAX = 200;
/** Ids named in one answer. */
export const LISTED_MAX = 500;

interface Deps {
  readonly hub: Hub;
  readonly now: () => number;
  readonly userOf: (actor: Actor) => Promise<User>;
  /** Told when a person's last connection has gone. */
  readonly onGone: (actor: Actor, at: number) => void;
  readonly leaveDelay?: number | undefined;
}

interface Person {
  readonly actor: Actor;
  connections: number;
  /** Connections of devices at which nobody moves. */
  idle: number;
  /** What was said of them last. */
  told: PresenceStatus;
  leaving?: ReturnType<typeof setTimeout>;
}

/**
 * Which members are there. Many tabs and devices count as one person, who is away only when all of them are
 * idle; only changes are announced. Visitors of sites come and go unnoticed.
 */
export function createPresence({ hub, now, userOf, onGone, leaveDelay = LEAVE_DELAY }: Deps) {
  const workspaces = new Map<number, Map<number, Person>>();

  function arrive(actor: Actor): void {
    if (actor.kind !== "member") return;
    let people = workspaces.get(actor.workspace_id);
    if (!people) workspaces.set(actor.workspace_id, people = new Map());
    let person = people.get(actor.id);
    if (!person) {
      people.set(actor.id, person = { actor, connections: 0, idle: 0, told: "offline" });
    }
    person.connections++;
    settle(person);
  }

  /** A connection is gone. `was_idle`: what was said of it last by {@link setIdle}. */
  function leave(actor: Actor, was_idle = false): void {
    const person = find(actor);
    if (!person) return;
    person.connections--;
    if (was_idle) person.idle--;
    // Who is still there with idle devices alone is away, but a reload is no more that than a departure.
    if (statusOf(person) === person.told) return;
    clearTimeout(person.leaving);
    person.leaving = setTimeout(() => settle(person), leaveDelay);
  }

  /** At one of their connections nobody moves, or somebody does again. */
  function setIdle(actor: Actor, is_idle: boolean): void {
    const person = find(actor);
    if (!person) return;
    person.idle += is_idle ? 1 : -1;
    settle(person);
  }

  function find({ workspace_id, id }: Actor): Person | undefined {
    return workspaces.get(workspace_id)?.get(id);
  }

  /** Says how things stand if it is news. */
  function settle(person: Person): void {
    clearTimeout(person.leaving);
    const status = statusOf(person);
    if (status === "offline") remove(person);
    if (status === person.told) return;
    person.told = status;
    void announce(person.actor, status);
  }

  function remove({ actor }: Person): void {
    const people = workspaces.get(actor.workspace_id)!;
    people.delete(actor.id);
    if (people.size === 0) workspaces.delete(actor.workspace_id);
    onGone(actor, now());
  }

  async function announce(actor: Actor, status: PresenceStatus): Promise<void> {
    if (countOnline(actor.workspace_id) > PUSH_MAX) return;
    try {
      const user = await userOf(actor);
      const last_seen_at = status === "offline" ? new Date(now()).toISOString() : null;
      hub.publish(`workspace:${actor.workspace_id}`, { verb: "user-status", user, status, last_seen_at });
    } catch {
      // Erased or removed meanwhile: nobody needs to hear of them.
    }
  }

  function countOnline(workspace_id: number): number {
    return workspaces.get(workspace_id)?.size ?? 0;
  }

  return {
    arrive,
    leave,
    setIdle,
    countOnline,
    /** How they appear to others: who reloads a page has not left yet. */
    statusOf(workspace_id: number, actor_id: number): PresenceStatus {
      return workspaces.get(workspace_id)?.get(actor_id)?.told ?? "offline";
    },
    isOnline(workspace_id: number, actor_id: number): boolean {
      return workspaces.get(workspace_id)?.has(actor_id) ?? false;
    },
    /** Ids of those online, at most a few hundred. */
    listOnline(workspace_id: number): number[] {
      return [...workspaces.get(workspace_id)?.keys().take(LISTED_MAX) ?? []];
    },
    /** Everybody goes at once, and nobody is told: the server is going down. */
    stop(): void {
      const people = [...workspaces.values()].flatMap((people) => [...people.values()]);
      workspaces.clear();
      for (const { actor, leaving } of people) {
        clearTimeout(leaving);
        onGone(actor, now());
      }
    },
  };
}

function statusOf({ connections, idle }: Person): PresenceStatus {
  if (connections === 0) return "offline";
  return idle === connections ? "away" : "online";
}

export type Presence = ReturnType<typeof createPresence>;
