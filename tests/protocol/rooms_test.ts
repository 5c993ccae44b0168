/** Requirements, 4: group rooms by REST. */
import assert from "node:assert/strict";
import { withTarget } from "./target.ts";

const test = withTarget();

test("POST /api/rooms opens a group that its creator owns, with all who are named", async ({ leila, arash, outsider }) => {
  const { status, body } = await leila.post("/api/rooms", { name: "سفر شمال", members: [arash.me.id] });
  assert.equal(status, 201, JSON.stringify(body));
  assert.deepEqual([body.kind, body.name, body.role, body.topic, body.picture, body.participants_count], [
    "group",
    "سفر شمال",
    "owner",
    null,
    null,
    2,
  ]);
  assert.equal((await arash.get(`/api/rooms/${body.id}`)).body.role, "member");
  assert.equal((await outsider.get(`/api/rooms/${body.id}`)).status, 404);
  const added = await leila.post(`/api/rooms/${body.id}/members`, { members: [outsider.me.id] });
  assert.equal(added.status, 201, JSON.stringify(added.body));
  assert.equal((await outsider.get(`/api/rooms/${body.id}`)).body.participants_count, 3);
  const members = await leila.get(`/api/rooms/${body.id}/members?limit=2`);
  assert.equal(members.status, 200, JSON.stringify(members.body));
  assert.deepEqual([members.body.count, members.body.results[0].role], [3, "owner"]);
  const rest = await leila.get(members.body.next.slice(leila.url.length));
  assert.deepEqual([rest.body.results.length, rest.body.next], [1, null]);
  assert.equal((await leila.patch(`/api/rooms/${body.id}`, { name: "x", topic: "y" })).body.topic, "y");
  const role = await leila.patch(`/api/rooms/${body.id}/members/${arash.me.id}`, { role: "owner" });
  assert.equal(role.status, 200, JSON.stringify(role.body));
  assert.equal((await leila.get(`/api/rooms/${body.id}`)).body.role, "admin");
  assert.equal((await leila.delete(`/api/rooms/${body.id}/members/${outsider.me.id}`)).status, 204);
  assert.equal((await outsider.get(`/api/rooms/${body.id}`)).status, 404);
  assert.equal((await arash.delete(`/api/rooms/${body.id}/members/${arash.me.id}`)).status, 204);
  assert.equal((await leila.get(`/api/rooms/${body.id}`)).body.role, "owner");
  assert.equal((await leila.call("PUT", `/api/conversations/${body.id}/pin`)).body.is_pinned, true);
  assert.equal((await leila.get("/api/rooms")).body[0].is_pinned, true);
  assert.equal((await leila.delete(`/api/rooms/${body.id}`)).status, 204);
  assert.equal((await leila.get(`/api/rooms/${body.id}`)).status, 404);
});
