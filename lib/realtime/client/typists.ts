import { signal } from "@preact/signals";
import type { UserBrief } from "@/lib/protocol/entities.ts";
import type { Socket } from "./socket.ts";

/** A "typing" is said again this often while one writes, and forgotten after the server's six seconds. */
const SAID_EVERY = 3000;
const EXPIRES = 7000;

export type Typist = UserBrief & { readonly first_name: string; readonly last_name: string };

interface Deps {
  readonly me: { readonly id: number };
  readonly conversation_id: number;
  readonly socket: Pick<Socket, "say">;
}

/** Who else is writing just now, and telling them that one is. */
export function createTypists({ me, conversation_id, socket }: Deps) {
  const typists = signal<readonly Typist[]>([]);
  const expiry = new Map<number, ReturnType<typeof setTimeout>>();
  let said_at = 0;

  function take(user: Typist, is_typing: boolean): void {
    if (user.id === me.id) return;
    clearTimeout(expiry.get(user.id));
    expiry.delete(user.id);
    const others = typists.peek().filter((one) => one.id !== user.id);
    if (is_typing) expiry.set(user.id, setTimeout(() => take(user, false), EXPIRES));
    if (is_typing || others.length < typists.peek().length) {
      typists.value = is_typing ? [...others, user] : others;
    }
  }

  return {
    typists,
    take,
    /** Call on each stroke; it is said now and then. */
    say(is_typing: boolean): void {
      const due = Date.now() - said_at > SAID_EVERY;
      if (is_typing ? !due : said_at === 0) return;
      said_at = is_typing ? Date.now() : 0;
      socket.say({ type: "chat:typing", conversation_id, is_typing });
    },
    /** What was being typed is sent: those who see the message need not be told that one stopped. */
    forget: () => void (said_at = 0),
    /** Without a connection nobody can be heard to stop. */
    clear(): void {
      for (const timer of expiry.values()) clearTimeout(timer);
      expiry.clear();
      typists.value = [];
    },
  };
}
