import type { PresenceStatus } from "@/lib/protocol/events.ts";
import type { User } from "@/lib/protocol/entities.ts";
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
  readonly leaveDelay?: number;
}

interface Person {
  readonly actor: Actor;
  connections: number;
  leaving?: ReturnType<typeof setTimeout>;
}

/**
 * Which members are there. Many tabs and devices count as one person; only changes are announced. Visitors
 * of sites come and go unnoticed.
 */
export function createPresence({ hub, now, userOf, onGone, leaveDelay = LEAVE_DELAY }: Deps) {
  const workspaces = new Map<number, Map<number, Person>>();

  function arrive(actor: Actor): void {
    if (actor.kind !== "member") return;
    let people = workspaces.get(actor.workspace_id);
    if (!people) workspaces.set(actor.workspace_id, people = new Map());
    const person = people.get(actor.id);
    if (person) {
      person.connections++;
      clearTimeout(person.leaving);
      return;
    }
    people.set(actor.id, { actor, connections: 1 });
    void announce(actor, "online");
  }

  function leave(actor: Actor): void {
    const person = workspaces.get(actor.workspace_id)?.get(actor.id);
    if (!person || --person.connections > 0) return;
    person.leaving = setTimeout(() => depart(person), leaveDelay);
  }

  function depart({ actor }: Person): void {
    const people = workspaces.get(actor.workspace_id)!;
    people.delete(actor.id);
    if (people.size === 0) workspaces.delete(actor.workspace_id);
    onGone(actor, now());
    void announce(actor, "offline");
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
    countOnline,
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

export type Presence = ReturnType<typeof createPresence>;
