import type { User } from "@/lib/protocol/entities.ts";
import { toBrief } from "@/lib/chat/people.ts";
import type { Hub, Topic } from "./hub.ts";

/** How long a "typing" stands without being said again, in milliseconds. */
const EXPIRES = 6000;
/** A person's "typing" is passed on at most this often. */
const REPEATS = 2000;

interface Mark {
  is_typing: boolean;
  /** When it was last said that they type. */
  told_at: number;
  timer: ReturnType<typeof setTimeout>;
}

interface Deps {
  readonly hub: Hub;
  readonly now: () => number;
  readonly expires?: number;
}

/** Who is writing just now: kept nowhere, and gone by itself. */
export function createTyping({ hub, now, expires = EXPIRES }: Deps) {
  const marks = new Map<string, Mark>();

  function set(conversation_id: number, user: User, is_typing: boolean): void {
    const key = `${conversation_id}:${user.id}`;
    if (is_typing) start(key, conversation_id, user);
    else end(key, conversation_id, user);
  }

  function start(key: string, conversation_id: number, user: User): void {
    const mark = marks.get(key);
    clearTimeout(mark?.timer);
    const timer = setTimeout(() => end(key, conversation_id, user), expires);
    // Also after an end, or going to and fro would get round it.
    const said = mark !== undefined && now() - mark.told_at < REPEATS;
    marks.set(key, {
      is_typing: said ? mark.is_typing : true,
      told_at: said ? mark.told_at : now(),
      timer,
    });
    if (!said) tell(conversation_id, user, true);
  }

  function end(key: string, conversation_id: number, user: User): void {
    const mark = marks.get(key);
    if (!mark) return;
    clearTimeout(mark.timer);
    // Remembered until they may be announced again.
    mark.timer = setTimeout(() => marks.delete(key), REPEATS);
    if (mark.is_typing) tell(conversation_id, user, false);
    mark.is_typing = false;
  }

  function tell(conversation_id: number, user: User, is_typing: boolean): void {
    const topic: Topic = `conversation:${conversation_id}`;
    hub.publish(topic, { verb: "typing", conversation_id, user: toBrief(user), is_typing });
  }

  return {
    set,
    stop(): void {
      for (const { timer } of marks.values()) clearTimeout(timer);
      marks.clear();
    },
  };
}

export type Typing = ReturnType<typeof createTyping>;
