import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";
import type { Message } from "@/lib/protocol/entities.ts";
import type { AckFrame } from "@/lib/protocol/events.ts";
import type { Outbox, Outgoing } from "./outbox.ts";
import { CommandError } from "./socket.ts";
import type { Socket } from "./socket.ts";

/** How soon a message is tried again that the server could not take just now, in milliseconds. */
const AGAIN_AFTER = 2000;

interface Deps {
  readonly conversation_id: number;
  readonly outbox: Outbox;
  readonly socket: Pick<Socket, "status" | "command">;
  /** False while the past is being caught up with: what one writes stands after it. */
  readonly isReady: () => boolean;
  readonly onCommitted: (message: Message) => void;
}

/**
 * Hands over the texts that wait in the outbox for one conversation. One at a time, since a server that says "later"
 * to one and takes the next would turn their order round.
 */
export function createSending({ conversation_id, outbox, socket, isReady, onCommitted }: Deps) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending = false;
  /** Epoch milliseconds at which it goes on, while the server has had enough for now. */
  const held_until = signal<number | null>(null);

  /** Sends what waits, if there is a connection. */
  async function pump(): Promise<void> {
    if (sending) return;
    clearTimeout(timer);
    held_until.value = null;
    sending = true;
    try {
      for (let one = first(); one && socket.status.peek().state === "online" && isReady(); one = first()) {
        await hand(one);
      }
    } catch (error) {
      // A lost connection: the next one pumps again.
      const delay = error instanceof CommandError ? waitAfter(error) : null;
      if (delay !== null) timer = setTimeout(pump, delay);
      if (delay !== null && (error as CommandError).code === "rate_limited") {
        held_until.value = Date.now() + delay;
      }
    } finally {
      sending = false;
    }
  }

  function first(): Outgoing | undefined {
    return outbox.entries.peek().find((one) =>
      one.conversation_id === conversation_id && one.refused === null && !one.files
    );
  }

  async function hand({ client_id, content, reply_to }: Outgoing): Promise<void> {
    try {
      const command = { type: "chat:message", conversation_id, client_id, content, reply_to };
      const { message } = await socket.command<AckFrame>(command);
      outbox.remove(client_id);
      if (message) onCommitted(message);
    } catch (error) {
      if (!(error instanceof CommandError) || error.code === "lost" || waitAfter(error) !== null) throw error;
      outbox.mark(client_id, error.message);
    }
  }

  return {
    pump,
    held_until: held_until as ReadonlySignal<number | null>,
    /** Shows the message at once and sends it as soon as there is a connection. */
    send(content: string, reply_to: number | null): void {
      outbox.add({
        client_id: crypto.randomUUID(),
        conversation_id,
        content,
        reply_to,
        created_at: Date.now(),
        refused: null,
      });
      void pump();
    },
    /** Tries a refused message once more. */
    retry(client_id: string): void {
      outbox.mark(client_id, null);
      void pump();
    },
    stop: () => clearTimeout(timer),
  };
}

/** Milliseconds after which the same may be accepted; null where it will not be. */
function waitAfter({ code, retry_after = 1 }: CommandError): number | null {
  if (code === "rate_limited") return retry_after * 1000;
  return code === "unavailable" ? AGAIN_AFTER : null;
}
