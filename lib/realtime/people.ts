import type { User } from "@/lib/protocol/entities.ts";
import type { Hub } from "./hub.ts";

/** One announcement of a person in this time, in milliseconds: the last state is what counts. */
const EVERY = 1000;

/** Somebody in a workspace. */
export interface Whereabout {
  readonly workspace_id: number;
  readonly id: number;
}

interface Deps {
  readonly hub: Pick<Hub, "publish">;
  /** The person as others see them in that workspace. */
  readonly userOf: (person: Whereabout) => Promise<User>;
  readonly every?: number;
}

/**
 * Tells a workspace that one of its people has another name or picture: at once the first time, then no more
 * often than the others can want to know, since each telling goes to all of them.
 */
export function createPeople({ hub, userOf, every = EVERY }: Deps) {
  /** Those told of lately; true when something has changed again since. */
  const resting = new Map<string, { again: boolean; timer: ReturnType<typeof setTimeout> }>();

  function changed(person: Whereabout): void {
    const key = `${person.workspace_id} ${person.id}`;
    const rest = resting.get(key);
    if (rest) return void (rest.again = true);
    const timer = setTimeout(() => {
      const { again } = resting.get(key)!;
      resting.delete(key);
      if (again) changed(person);
    }, every);
    resting.set(key, { again: false, timer });
    void tell(person);
  }

  async function tell(person: Whereabout): Promise<void> {
    try {
      const user = await userOf(person);
      hub.publish(`workspace:${person.workspace_id}`, { verb: "user", user });
    } catch {
      // Erased or removed meanwhile: nobody needs to hear of them.
    }
  }

  return {
    changed,
    stop(): void {
      for (const { timer } of resting.values()) clearTimeout(timer);
      resting.clear();
    },
  };
}
