import type { User } from "@/lib/protocol/entities.ts";
import { toBrief } from "@/lib/chat/people.ts";
import type { Hub, Topic } from "./hub.ts";

/** How long a "typing" stands without being said again, in milliseconds. */
const EXPIRES = 6000;
/** A person's "typing" is passed on at most this often. */
const REPEATS = 2000;

interface Mark {
  readonly stop: ReturnType<typeof setTimeout>;
  readonly told_at: number;
}

/** Who is writing just now: kept nowhere, and gone by itself. */
export function createTyping({ hub, now }: { hub: Hub; now: () => number }) {
  const marks = new Map<string, Mark>();

  function set(conversation_id: number, user: User, is_typing: boolean): void {
    const key = `${conversation_id}:${user.id}`;
    const mark = marks.get(key);
    clearTimeout(mark?.stop);
    if (!is_typing) {
      if (marks.delete(key)) tell(conversation_id, user, false);
      return;
    }
    const stop = setTimeout(() => set(conversation_id, user, false), EXPIRES);
    const fresh = mark && now() - mark.told_at < REPEATS;
    marks.set(key, { stop, told_at: fresh ? mark.told_at : now() });
    if (!fresh) tell(conversation_id, user, true);
  }

  function tell(conversation_id: number, user: User, is_typing: boolean): void {
    const topic: Topic = `conversation:${conversation_id}`;
    hub.publish(topic, { verb: "typing", conversation_id, user: toBrief(user), is_typing });
  }

  return {
    set,
    stop(): void {
      for (const { stop } of marks.values()) clearTimeout(stop);
      marks.clear();
    },
  };
}

export type Typing = ReturnType<typeof createTyping>;
