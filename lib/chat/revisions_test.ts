import assert from "node:assert/strict";
import { assertRefused, createWorld } from "@/tests/support/world.ts";

Deno.test("admins see what a message said before, newest first; whoever may read it is refused", async () => {
  await using world = await createWorld();
  const { leila, arash, admin, agent, guest, outsider, home } = world;
  const { messages, revisions } = world.chat;
  const { id } = await messages.send(leila, { conversation_id: home.global, content: "first" });
  assert.deepEqual(await revisions.list(admin, id), []);
  world.clock.advance(1000);
  await messages.edit(leila, id, "second");
  await messages.remove(admin, id);
  const found = await revisions.list(admin, id);
  assert.deepEqual(found.map(({ content, replaced_by }) => [content, replaced_by.username]), [
    ["second", "admin"],
    ["first", "leila"],
  ]);
  assert.equal(found[1]!.replaced_at, "2025-03-20T08:00:01.000Z");
  for (const actor of [leila, arash, agent]) await assertRefused(revisions.list(actor, id), "forbidden");
  for (const actor of [guest, outsider]) await assertRefused(revisions.list(actor, id), "not_found");
});
