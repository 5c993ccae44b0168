import assert from "node:assert/strict";
import type { Role, RoomRole } from "@/lib/protocol/entities.ts";
import { rightsIn } from "./rights.ts";

/** Who asks, in the group and in the workspace; whether they run it, own it, and whom they may take out. */
const TABLE: readonly (readonly [RoomRole | null, Role, boolean, boolean, readonly RoomRole[]])[] = [
  ["owner", "member", true, true, ["admin", "member"]],
  ["admin", "member", true, false, ["member"]],
  ["member", "member", false, false, []],
  ["member", "agent", false, false, []],
  ["member", "admin", true, true, ["owner", "admin", "member"]],
  [null, "owner", true, true, ["owner", "admin", "member"]],
  [null, "member", false, false, []],
];

Deno.test("what is offered in a group follows from both roles", () => {
  for (const [role, staff, run, own, removable] of TABLE) {
    const rights = rightsIn({ role }, { role: staff });
    const all: readonly RoomRole[] = ["owner", "admin", "member"];
    assert.deepEqual(
      [rights.run, rights.own, all.filter(rights.remove)],
      [run, own, removable],
      `${role} in the group, ${staff} in the workspace`,
    );
  }
});
