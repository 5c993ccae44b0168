/** Somebody who only listens, through every crash: told once of each message, and of nothing that was not kept. */
import assert from "node:assert/strict";
import type { Message } from "@/lib/protocol/entities.ts";
import type { Client } from "./client.ts";
import { openSocket } from "./socket.ts";
import type { TestSocket } from "./socket.ts";

export interface Listener {
  /** Connects, and catches up from what was heard last. */
  listen(client: Client, conversation_id: number): Promise<void>;
  /** Everything heard is there as it was heard or later; everything there was heard. */
  compare(newest_first: readonly Message[]): Promise<void>;
  close(): void;
}

export function createListener(): Listener {
  const known = new Map<number, Message>();
  let version = 0;
  let socket: TestSocket | undefined;
  let taken = 0;

  /** A newer state of a message; an older one may come late in a catch-up. */
  function learn(message: Message): void {
    const before = known.get(message.id);
    if (before === undefined || before.version <= message.version) known.set(message.id, message);
    version = Math.max(version, message.version);
  }

  /** Takes what came since the last time. */
  function take(): void {
    for (const frame of socket?.heard.slice(taken) ?? []) {
      if (frame.type === "chat:message") {
        assert(!known.has(frame.message.id), `${frame.message.client_id} was announced twice`);
      }
      if (["chat:message", "chat:edit", "chat:delete"].includes(frame.type)) learn(frame.message);
    }
    taken = socket?.heard.length ?? 0;
  }

  return {
    async listen(client, conversation_id) {
      take();
      const { body } = await client.post("/api/auth/ws-ticket");
      // A connection that a crash cut may not have noticed yet; nothing more will come by it.
      socket = await openSocket(`${client.url.replace(/^http/, "ws")}/ws?ticket=${body.ticket}`);
      taken = 0;
      for (let more = true; more;) {
        const joined = await socket.ask({ type: "chat:join", conversation_id, after_version: version });
        joined.changes.forEach(learn);
        version = joined.version;
        more = joined.more;
      }
    },

    async compare(newest_first) {
      take();
      const last = Math.max(...newest_first.map((message) => message.version));
      // An answer by one connection may overtake the announcement by another.
      while (version < last) {
        const { message } = await socket!.next((frame) => frame.message?.version > version);
        assert(message);
        take();
      }
      const there = new Map(newest_first.map((message) => [message.id, message]));
      for (const [id, { version, seq, client_id }] of known) {
        const kept = there.get(id);
        assert(kept, `${client_id} was announced and is lost`);
        assert.equal(kept.seq, seq);
        assert(kept.version >= version, `${client_id} was announced in a state that is lost`);
      }
      for (const { id, client_id, version } of newest_first) {
        assert.equal(known.get(id)?.version, version, `the listener missed something of ${client_id}`);
      }
    },

    close: () => void socket?.close(),
  };
}
