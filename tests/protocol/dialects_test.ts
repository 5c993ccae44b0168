/** "Both sockets and REST are dialects of the same core: what comes in by one goes out by all." */
import assert from "node:assert/strict";
import { direct, type Target, withTarget } from "./target.ts";

const test = withTarget();

/** Arash listens by both sockets; leila can speak by all three. */
async function stage(target: Target) {
  const { leila, arash } = target;
  const { conversation: id } = await direct(target);
  const [wide, flat] = [await arash.socket(), await arash.socket(`/ws/chat/${id}/`)];
  await wide.ask({ type: "chat:join", conversation_id: id });
  const [speaks_wide, speaks_flat] = [await leila.socket(), await leila.socket(`/ws/chat/${id}/`)];
  const all = [wide, flat, speaks_wide, speaks_flat];
  return {
    id,
    wide,
    flat,
    speaks_wide,
    speaks_flat,
    close: () => Promise.all(all.map((socket) => socket.close())),
  };
}

type Stage = Awaited<ReturnType<typeof stage>>;

const send: [string, (target: Target, on: Stage, content: string) => unknown][] = [
  ["REST", ({ leila }, { id }, content) => leila.post("/api/messages", { content, conversation_id: id })],
  [
    "/ws",
    (_, { speaks_wide, id }, content) =>
      speaks_wide.ask({ type: "chat:message", conversation_id: id, content, client_id: crypto.randomUUID() }),
  ],
  ["/ws/chat/{id}/", (_, { speaks_flat }, content) => speaks_flat.send({ type: "chat_message", content })],
];
const edit: [string, (target: Target, on: Stage, message_id: number, content: string) => unknown][] = [
  ["REST", ({ leila }, _, id, content) => leila.put(`/api/messages/${id}/`, { content })],
  [
    "/ws",
    (_, { speaks_wide }, message_id, content) => speaks_wide.ask({ type: "chat:edit", message_id, content }),
  ],
  [
    "/ws/chat/{id}/",
    (_, { speaks_flat }, message_id, content) =>
      speaks_flat.send({ type: "edit_message", message_id, content }),
  ],
];
const remove: [string, (target: Target, on: Stage, message_id: number) => unknown][] = [
  ["REST", ({ leila }, _, id) => leila.delete(`/api/messages/${id}/`)],
  ["/ws", (_, { speaks_wide }, message_id) => speaks_wide.ask({ type: "chat:delete", message_id })],
  [
    "/ws/chat/{id}/",
    (_, { speaks_flat }, message_id) => speaks_flat.send({ type: "delete_message", message_id }),
  ],
];

for (const [i, [by]] of send.entries()) {
  test(`sent, changed and deleted by ${by}: the same is heard on both sockets and read by REST`, async (target) => {
    const on = await stage(target);
    const { arash } = target;
    await send[i]![1](target, on, `by ${by}`);
    const wide = await on.wide.next((frame) => frame.type === "chat:message");
    const flat = await on.flat.next((frame) => frame.type === "new_message");
    const id = wide.message.id;
    assert.deepEqual([flat.message.id, flat.message.content, wide.message.content], [
      id,
      `by ${by}`,
      `by ${by}`,
    ]);
    assert.equal(flat.message.timestamp, wide.message.timestamp);
    assert.deepEqual((await arash.get(`/api/messages/${id}/`)).body, wide.message);

    await edit[i]![1](target, on, id, "changed");
    const wide_edit = await on.wide.next((frame) => frame.type === "chat:edit");
    assert.deepEqual(await on.flat.next((frame) => frame.type === "message_edited"), {
      type: "message_edited",
      message: { id, content: "changed" },
    });
    assert.deepEqual((await arash.get(`/api/messages/${id}/`)).body, wide_edit.message);

    await remove[i]![1](target, on, id);
    const wide_delete = await on.wide.next((frame) => frame.type === "chat:delete");
    assert.deepEqual(await on.flat.next((frame) => frame.type === "message_deleted"), {
      type: "message_deleted",
      message_id: id,
    });
    assert.deepEqual((await arash.get(`/api/messages/${id}/`)).body, wide_delete.message);
    await on.close();
  });
}

test("typing by either socket is heard on both", async (target) => {
  const on = await stage(target);
  await on.speaks_wide.ask({ type: "chat:typing", conversation_id: on.id, is_typing: true });
  await on.wide.next((frame) => frame.type === "chat:typing" && frame.is_typing);
  await on.flat.next((frame) => frame.type === "user_typing" && frame.is_typing);
  on.speaks_flat.send({ type: "typing", is_typing: false });
  await on.wide.next((frame) => frame.type === "chat:typing" && !frame.is_typing);
  await on.flat.next((frame) => frame.type === "user_typing" && !frame.is_typing);
  await on.close();
});
