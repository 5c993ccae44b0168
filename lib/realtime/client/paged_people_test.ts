import assert from "node:assert/strict";
import type { Member } from "./directory.ts";
import { createPagedPeople } from "./paged_people.ts";

const PEOPLE = ["arash", "armin", "arman", "leila"];

/** Two people an answer, given when `release` is called, or refused by `refuse`. */
function scene() {
  const asked: string[] = [];
  const waiting: PromiseWithResolvers<void>[] = [];
  const people = createPagedPeople(0, async (query, from) => {
    asked.push(`${query} from ${from}`);
    const gate = Promise.withResolvers<void>();
    waiting.push(gate);
    await gate.promise;
    const all = PEOPLE.filter((name) => name.startsWith(query));
    const members = all.slice(from, from + 2).map((name) =>
      ({ user: { id: PEOPLE.indexOf(name), username: name } }) as Member
    );
    return { members, next: from + 2 < all.length ? from + 2 : null };
  });
  const turn = () => new Promise((next) => setTimeout(next));
  return {
    people,
    asked,
    /** What is found, by name. */
    names: () => people.found.peek()?.map(({ user }) => user.username),
    async look(text: string) {
      people.ask(text, 0);
      await turn();
    },
    async settle(act: "resolve" | "reject", which = waiting.length - 1) {
      waiting[which]![act]();
      await turn();
    },
  };
}

Deno.test("people come a page at a time, until there are no more", async () => {
  const { people, asked, names, look, settle } = scene();
  await look("ar");
  await settle("resolve");
  assert.deepEqual([names(), people.has_more.peek()], [["arash", "armin"], true]);
  people.more();
  people.more();
  await settle("resolve");
  assert.deepEqual([names(), people.has_more.peek()], [["arash", "armin", "arman"], false]);
  people.more();
  assert.deepEqual(asked, ["ar from 0", "ar from 2"]);
});

Deno.test("an answer to what is no longer asked counts no more", async () => {
  const { people, names, look, settle } = scene();
  await look("ar");
  await look("le");
  await settle("resolve");
  await settle("resolve", 0);
  assert.deepEqual([names(), people.state.peek()], [["leila"], "idle"]);
  await look("ar");
  people.clear();
  await settle("resolve");
  assert.deepEqual([names(), people.state.peek()], [undefined, "idle"]);
});

Deno.test("what failed is tried again where it stood: another question from its beginning", async () => {
  const { people, asked, names, look, settle } = scene();
  await look("ar");
  await settle("resolve");
  people.more();
  await settle("reject");
  assert.deepEqual([names(), people.state.peek()], [["arash", "armin"], "failed"]);
  await look("a");
  await settle("reject");
  people.retry();
  await settle("resolve");
  assert.deepEqual(names(), ["arash", "armin"]);
  assert.deepEqual(asked, ["ar from 0", "ar from 2", "a from 0", "a from 0"]);
});
