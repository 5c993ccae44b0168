import assert from "node:assert/strict";
import { withReader } from "./there.ts";
import type { User } from "@/lib/protocol/entities.ts";

const user = (id: number) => ({ id, username: `u${id}`, in_game_ids: [] as unknown }) as User;
const member = (id: number, status: "online" | "offline" = "offline") => ({
  user: user(id),
  status,
  last_seen_at: status === "offline" ? "2026-01-01T00:00:00Z" : null,
});
const start = {
  online_count: 1,
  online_ids: [1],
  members: [member(1, "online"), member(2), member(3)],
  next_online: null as string | null,
  next_offline: null,
};

Deno.test("who looks at a page is there, once", () => {
  const seen = withReader(start, user(3));
  assert.equal(seen.online_count, 2);
  assert.deepEqual(seen.online_ids, [1, 3]);
  assert.deepEqual(
    seen.members.map(({ user, status }) => [user.id, status]).sort(),
    [[1, "online"], [2, "offline"], [3, "online"]],
  );
  assert.equal(withReader(start, user(1)), start);
});

Deno.test("nothing stands twice in a page's data: that would be no plain JSON", () => {
  const me = user(3);
  const shown = withReader(start, me).members.find(({ user }) => user.id === 3)!.user;
  assert.notEqual(shown, me);
  assert.notEqual(shown.in_game_ids, me.in_game_ids);
});

Deno.test("who is on no page of members yet is among those who are there, where these are all known", () => {
  assert.deepEqual(withReader(start, user(9)).members.map(({ user }) => user.id), [9, 1, 2, 3]);
  assert.deepEqual(withReader({ ...start, next_online: "3~c" }, user(9)).members, start.members);
});

Deno.test("a crowd too great to be told of stays as it was counted", () => {
  const crowd = { ...start, online_count: 900 };
  assert.equal(withReader(crowd, user(3)), crowd);
});
