import { computed } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import { createLateUploads } from "./late_uploads.ts";
import type { Outbox } from "./outbox.ts";
import { createSending } from "./sending.ts";
import type { Socket } from "./socket.ts";
import { createTypists } from "./typists.ts";

interface Deps {
  readonly me: { readonly id: number };
  readonly conversation_id: number;
  readonly outbox: Outbox;
  readonly socket: Socket;
  /** False while the past of an open room is being caught up with. */
  readonly isReady: () => boolean;
  readonly onCommitted: (message: Message) => void;
}

/** What goes on in a conversation whether or not it is on the screen: what one sends there, and who writes. */
export function createChannel({ me, ...deps }: Deps) {
  const { conversation_id, outbox, socket } = deps;
  const sending = createSending(deps);
  const uploads = createLateUploads(deps, me.id);
  const typists = createTypists({ me, conversation_id, socket });
  return {
    sending,
    uploads,
    typists,
    /** Not yet committed, in the order written. */
    outgoing: computed(() => outbox.entries.value.filter((one) => one.conversation_id === conversation_id)),
    /** Sends what waits, if there is a connection. */
    pump(): void {
      void sending.pump();
      uploads.pump();
    },
    stop(): void {
      sending.stop();
      uploads.stop();
      typists.clear();
    },
  };
}

export type Channel = ReturnType<typeof createChannel>;
