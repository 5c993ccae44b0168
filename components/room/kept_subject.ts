import { useEffect } from "preact/hooks";
import type { Message } from "@/lib/protocol/entities.ts";
import type { RoomView, Subject } from "./view.ts";

/** What is older is not taken up again, in milliseconds: one comes back for something else. */
const FRESH_FOR = 10 * 60_000;

interface Kept {
  readonly kind: Subject["kind"];
  readonly message: Message;
  readonly text: string;
  readonly at: number;
}

/**
 * Keeps what one answers or edits over a reload, such as a change of language brings about. A new message has
 * its draft; what was made of an edit would else be lost.
 */
export function useKeptSubject({ room, subject, field }: RoomView): void {
  useEffect(() => {
    const key = `peyk:subject:${room.me.id}:${room.conversation_id}`;
    const kept = take(key);
    if (kept && Date.now() - kept.at < FRESH_FOR) {
      const now = room.messages.peek().find(({ id }) => id === kept.message.id) ?? kept.message;
      if (!now.is_deleted) subject.value = { kind: kept.kind, message: now, text: kept.text };
    }
    const keep = () => {
      const about = subject.peek();
      if (about) store(key, { ...about, text: field.current?.value ?? "", at: Date.now() });
    };
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      // Another room is gone to: this one is found as it was left.
      const about = subject.peek();
      if (about && field.current) subject.value = { ...about, text: field.current.value };
    };
  }, []);
}

function take(key: string): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
    sessionStorage.removeItem(key);
    return kept;
  } catch {
    return null;
  }
}

function store(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Denied or full: the message itself is where it was.
  }
}
