import assert from "node:assert/strict";
import { signal } from "@preact/signals";
import type { Session, SessionStart } from "./session.ts";
import type { OpenRoom } from "./traffic.ts";
import { createRoom } from "./room.ts";
import type { RoomStart } from "./room.ts";
import { createSession } from "./session.ts";

const ID = 9;

/** The room of everybody with a connection that gives nothing new, and what was said on it without an answer. */
function scene(more: Partial<RoomStart> = {}) {
  const said: unknown[] = [];
  let opened: OpenRoom | undefined;
  const start = { me: { id: 1 }, conversations: [], members: [], online_ids: [], away_ids: [] };
  const session = createSession(start as unknown as SessionStart);
  const socket = {
    status: signal({ state: "online" }),
    say: (frame: unknown) => void said.push(frame),
    command: () => Promise.resolve({ changes: [], version: 4, more: false }),
  };
  const open = (room: OpenRoom) => (opened = room, () => {});
  createRoom(
    { ...session, socket, open } as unknown as Session,
    {
      conversation: { id: ID, kind: "global", version: 4, seq: 7, read_seq: 7, participants: [] },
      ...{ messages: [], has_older: true, has_newer: false, pins: [], receipts: null },
      ...more,
    } as unknown as RoomStart,
  );
  return { said, online: () => opened!.online() };
}

Deno.test("whoever was never in the room of everybody begins where its page stood, and says so once", async () => {
  const { said, online } = scene({ is_beginning: true });
  await online();
  assert.deepEqual(said, [{ type: "chat:read", conversation_id: ID, seq: 7 }]);
  await online();
  assert.equal(said.length, 1);
});

Deno.test("of somebody whose reading is known nothing is said that is not new", async () => {
  const { said, online } = scene({ is_beginning: false });
  await online();
  assert.deepEqual(said, []);
});
