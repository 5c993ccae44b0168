import assert from "node:assert/strict";
import fc from "fast-check";
import type { Message } from "@/lib/protocol/entities.ts";
import { createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import type { Actor } from "./actor.ts";

/** What somebody does; `target` chooses among the messages that are there when it comes to it. */
type Deed =
  | { act: "send"; who: number; size: "short" | "huge"; reply: boolean; target: number }
  | { act: "edit" | "delete" | "read"; who: number; target: number };

/** What the client does. */
interface Move {
  act: "drop" | "rejoin";
}

type Act = Deed | Move;

const who = fc.nat(2);
const target = fc.nat(1000);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant("send" as const),
      who,
      // Huge ones make catching up take several answers.
      size: fc.constantFrom("short" as const, "short" as const, "huge" as const),
      reply: fc.boolean(),
      target,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constantFrom("edit" as const, "delete" as const, "read" as const),
      who,
      target,
    }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom("drop" as const, "rejoin" as const) }) },
);

/** Acts of one turn go on at the same time. */
const turns = fc.array(fc.array(act, { minLength: 1, maxLength: 8 }), { maxLength: 12 });

/**
 * A client as simple as the protocol allows: keeps the newest version of each message, remembers up to
 * where it has seen every change, and asks from there when it comes back.
 */
function createClient(world: World, actor: Actor) {
  const messages = new Map<number, Message>();
  const ahead = new Set<number>();
  let version = 0;
  let online = false;

  world.chat.listen((event) => {
    if (online && "message" in event) take(event.message);
  });

  function take(message: Message): void {
    const known = messages.get(message.id);
    if (!known || known.version < message.version) messages.set(message.id, message);
    ahead.add(message.version);
    while (ahead.delete(version + 1)) version++;
  }

  async function rejoin(): Promise<void> {
    online = true; // the subscription first
    let more = true;
    while (more && online) {
      const past = await world.chat.history.changesAfter(actor, world.home.global, version);
      if (!online) return;
      for (const message of past.changes) take(message);
      version = Math.max(version, past.version);
      more = past.more;
    }
  }

  return {
    messages,
    rejoin,
    drop: () => void (online = false),
    get version() {
      return version;
    },
  };
}

async function perform(world: World, people: readonly Actor[], act: Deed, ids: number[]): Promise<void> {
  const { messages, reads } = world.chat;
  const { home } = world;
  const actor = people[act.who]!;
  const id = ids[act.target % Math.max(1, ids.length)];
  switch (act.act) {
    case "send": {
      const content = act.size === "huge" ? "x".repeat(40_000) : `${act.target}`;
      const reply_to = act.reply && id ? id : null;
      const sent = await messages.send(actor, { conversation_id: home.global, content, reply_to });
      ids.push(sent.id);
      return;
    }
    case "edit":
      return void (id && await messages.edit(actor, id, `edited ${act.target}`));
    case "delete":
      return void (id && await messages.remove(actor, id));
    case "read":
      return void await reads.mark(actor, home.global, act.target);
  }
}

/** A message without what versions do not carry: the quote follows its original on the client. */
function essence({ reply_to, ...message }: Message) {
  return { ...message, reply_to: reply_to?.id ?? null };
}

Deno.test("a client that comes and goes ends with what the database has, whatever happens meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(turns, async (turns) => {
      await using world = await createWorld();
      const { leila, arash, admin, home } = world;
      const client = createClient(world, leila);
      const ids: number[] = [];
      for (const turn of turns) {
        await Promise.all(turn.map(async (act) => {
          if (!("who" in act)) return act.act === "drop" ? client.drop() : await client.rejoin();
          // Editing another's message or a deleted one is refused; that is no matter here.
          await perform(world, [leila, arash, admin], act, ids).catch((error) => assert(error.code, error));
        }));
      }
      await client.rejoin();
      const all = await world.chat.history.page(leila, home.global, { limit: 1000 });
      const known = [...client.messages.values()].sort((a, b) => b.seq - a.seq);
      assert.deepEqual(known.map(essence), all.messages.map(essence));
      const { version, seq } = await world.chat.conversations.get(leila, home.global);
      assert.equal(client.version, version);
      // No holes in what counts, and every version was told once.
      assert.deepEqual(
        all.messages.map((message) => message.seq),
        [...Array(seq).keys()].map((i) => seq - i),
      );
      const told = world.events.flatMap((event) => "message" in event ? [event.message.version] : []);
      assert.deepEqual(told, [...Array(version).keys()].map((i) => i + 1));
    }),
    { numRuns: 60 },
  );
});
