import assert from "node:assert/strict";
import type { User } from "@/lib/protocol/entities.ts";
import { createAttendance } from "./attendance.ts";
import type { Member } from "./directory.ts";

const user = (id: number, first_name: string): User => ({
  ...{ id, username: `user${id}`, first_name, last_name: "", profile_picture: null, score: 0, rank: null },
  ...{ role: "member", in_game_ids: [] },
});
const member = (id: number, name: string, status: Member["status"] = "offline"): Member => ({
  user: user(id, name),
  last_seen_at: null,
  status,
});

const [BABAK, PARI, TARA, GITI] = ["بابک", "پری", "ترانه", "گیتی"];

function attendance(next_offline: string | null = null) {
  const said: unknown[] = [];
  const made = createAttendance({
    conversation_id: 9,
    socket: {
      say: (body) => void said.push(body),
      command: () => Promise.reject(new Error("nobody is asked here")),
    },
    start: {
      members: [member(1, TARA!, "online"), member(2, BABAK!), member(3, PARI!)],
      ...{ members_count: 3, online_count: 1, online_ids: [1], away_ids: [] },
      ...{ next_online: null, next_offline },
    },
  });
  const names = (list: readonly Member[]) => list.map(({ user }) => user.first_name);
  const lists = () => {
    const { online, offline } = made.directory.lists.value;
    return [names(online), names(offline)];
  };
  const tell = (id: number, name: string, status: Member["status"]) =>
    made.take({ type: "chat:user-status", user: user(id, name), status, last_seen_at: null });
  return { ...made, said, lists, tell };
}

Deno.test("people go between the lists, at their place by name; who is away is still there", () => {
  const { lists, tell, presence, statusOf } = attendance();
  assert.deepEqual(lists(), [[TARA], [BABAK, PARI]]);
  tell(3, PARI!, "online");
  assert.deepEqual(lists(), [[PARI, TARA], [BABAK]]);
  assert.equal(presence.value.online_count, 2);
  tell(3, PARI!, "away");
  assert.deepEqual(lists(), [[PARI, TARA], [BABAK]]);
  assert.equal(presence.value.online_count, 2);
  assert.equal(statusOf(member(3, PARI!)), "away");
  tell(3, PARI!, "online");
  assert.equal(statusOf(member(3, PARI!)), "online");
  tell(3, PARI!, "offline");
  tell(3, PARI!, "offline");
  assert.deepEqual(lists(), [[TARA], [BABAK, PARI]]);
  assert.equal(presence.value.online_count, 1);
  assert.equal(statusOf(member(3, PARI!)), "offline");
});

Deno.test("a stranger to a whole list is somebody new; in one that goes on they have their place below", () => {
  const whole = attendance();
  whole.tell(4, GITI!, "online");
  assert.equal(whole.presence.value.members_count, 4);
  assert.deepEqual(whole.lists(), [[TARA, GITI], [BABAK, PARI]]);

  const part = attendance("3~پری");
  part.tell(4, GITI!, "online");
  assert.equal(part.presence.value.members_count, 3, "the next page may name them");
  part.tell(4, GITI!, "offline");
  assert.deepEqual(part.lists(), [[TARA], [BABAK, PARI]]);
  assert.equal(part.directory.has_more.value, true);
});

Deno.test("who has another name stands elsewhere", () => {
  const { directory, lists } = attendance();
  directory.meet(user(2, "یاسمن"));
  assert.deepEqual(lists(), [[TARA], [PARI, "یاسمن"]]);
  directory.meet(user(77, "کسی دیگر"));
  assert.equal(directory.find(77), undefined);
});

Deno.test("idleness is said once, and again to each new connection while it lasts", () => {
  const { setIdle, online, said } = attendance();
  const away = { type: "chat:status", status: "away" };
  setIdle(false);
  online();
  assert.deepEqual(said, []);
  setIdle(true);
  setIdle(true);
  assert.deepEqual(said, [away]);
  online();
  assert.deepEqual(said, [away, away]);
  setIdle(false);
  assert.deepEqual(said.at(-1), { type: "chat:status", status: "online" });
  online();
  assert.equal(said.length, 3);
});
