import { effect } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Room } from "@/lib/realtime/client/room.ts";

interface Deps {
  readonly room: Room;
  readonly away: ReadonlySignal<boolean>;
  readonly sound: ReadonlySignal<boolean>;
  /** Something was refused: what holds may have changed. */
  readonly onRefused: () => void;
  readonly say: (message: Message) => void;
}

/** Tells of what others say from now on, with a sound where nobody looks. Gives what ends that. */
export function watchNews({ room, away, sound, onRefused, say }: Deps): () => void {
  let last_seq = room.newest_seq.peek();
  const stopNews = effect(() => {
    const fresh = room.known.value.filter(({ seq }) => seq > last_seq);
    last_seq = Math.max(last_seq, room.newest_seq.peek());
    const told = fresh.filter(({ sender, kind, is_deleted }) =>
      sender.id !== room.me.id && kind === "text" && !is_deleted
    );
    for (const message of told) say(message);
    const is_unseen = away.peek() || document.hidden || !document.hasFocus();
    if (told.length > 0 && is_unseen && sound.peek()) void sayAloud();
  });
  const stopRefusals = effect(() => {
    if (room.outgoing.value.some(({ refused }) => refused)) onRefused();
  });
  return () => {
    stopNews();
    stopRefusals();
  };
}

/** Without a connection to fetch it by there is no news either. */
async function sayAloud(): Promise<void> {
  const sounds = await import("@/components/room/attention/sound.ts").catch(() => null);
  if (sounds?.canRing()) await sounds.ring();
}
