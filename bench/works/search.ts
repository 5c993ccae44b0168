import { DatabaseSync } from "node:sqlite";
import type { Store } from "@/db/store.ts";
import { createIndexer } from "@/lib/chat/search/indexer.ts";
import { createWorld } from "@/tests/support/world.ts";
import type { World } from "@/tests/support/world.ts";
import { createCorpus } from "../harness/corpus.ts";
import type { Corpus } from "../harness/corpus.ts";
import type { Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";

/** Conversations beside the global room, in which four of ten messages stand; of each one somebody asks. */
const GROUPS = 2000;
const OWN_GROUPS = 50;
/** Ranks of the words that are looked for, from "and" to names. */
const RANKS = [0, 2, 5, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000];
const ROUNDS = 20;

/**
 * A word among many messages, the newest twenty: from the question to the messages as they are sent, in process, and
 * what the index's part in that is.
 */
export async function search({ search: count, say }: Scale): Promise<Row[]> {
  let of_index = 0;
  await using world = await createWorld({ wrap: (store) => watched(store, (ms) => of_index += ms) });
  const corpus = createCorpus();
  await fill(world, corpus, count);
  const step = await index(world, count, say);
  const size = count.toLocaleString("en");
  const rows: Row[] = [{
    work: `search: a step of indexing, p99, ${size} messages`,
    unit: "ms",
    peyk: step,
    peer: null,
    target: "≤ 5 ms and a commit",
    met: step < 10,
  }];
  const askers = [
    ["a member", world.leila],
    ["an admin", world.admin],
    ["somebody who reads 1 %", world.guest],
  ] as const;
  for (const [who, actor] of askers) {
    const times: number[] = [];
    const of_index_times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const rank of RANKS) {
        for (const length of [1, 2, 3, 4, 99]) {
          const text = corpus.words[rank + round]!.slice(0, length);
          of_index = 0;
          const began = performance.now();
          await world.chat.search.find(actor, { text, has: [], limit: 20 });
          times.push(performance.now() - began);
          of_index_times.push(of_index);
        }
      }
    }
    const [p50, p99] = [quantile(times, 0.5), quantile(times, 0.99)];
    const [index50, index99] = [quantile(of_index_times, 0.5), quantile(of_index_times, 0.99)];
    say(
      `${who}: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, longest ${
        Math.max(...times).toFixed(1)
      } ms; the index alone p50 ${index50.toFixed(3)} ms, p99 ${index99.toFixed(3)} ms`,
    );
    rows.push(
      { ...figure(`p50 for ${who}`, p50), target: "< 1 ms", met: p50 < 1 },
      { ...figure(`p99 for ${who}`, p99), target: "< 10 ms", met: p99 < 10 },
      { ...figure(`the index alone, p50 for ${who}`, index50), target: "< 1 ms", met: index50 < 1 },
    );
  }
  return rows;

  function figure(what: string, peyk: number) {
    return { work: `search: a word among ${size}, newest 20, ${what}`, unit: "ms", peyk, peer: null };
  }
}

/** Tells how long each question to the index takes. No row is kept from one question for the next. */
function watched(store: Store, tell: (ms: number) => void): Store {
  return {
    ...store,
    async all(query) {
      const began = performance.now();
      const rows = await store.all({ ...query, shared: undefined });
      if (query.sql.includes("message_words")) tell(performance.now() - began);
      return rows;
    },
  };
}

/** Straight into the file: messages of the global room and of groups, in most of which nobody who asks is. */
async function fill(world: World, corpus: Corpus, count: number): Promise<void> {
  const rooms: number[] = [];
  for (let i = 0; i < GROUPS; i++) {
    const people = i < OWN_GROUPS ? [world.leila, world.guest] : [world.arash];
    rooms.push(await world.conversation("group", people));
  }
  const db = new DatabaseSync(world.path);
  try {
    db.exec("pragma synchronous = off; pragma cache_size = -262144; begin");
    const insert = db.prepare(
      `insert into messages (id, conversation_id, workspace_id, author_id, client_id, content, seq, version, created_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const authors = [world.leila, world.arash, world.agent, world.admin];
    for (let i = 1; i <= count; i++) {
      const room = i % 10 < 6 ? world.home.global : rooms[(i * 7919) % GROUPS]!;
      const id = world.nextId();
      const author = authors[i % authors.length]!.id;
      const at = world.clock.now();
      insert.run(id, room, world.home.id, author, `bench-${id}`, corpus.next(), i, i, at);
      if (i % 4 === 0) world.clock.advance(1);
    }
    db.exec("commit; pragma wal_checkpoint(truncate)");
  } finally {
    db.close();
  }
}

/** The p99 of its steps in milliseconds, each with its commit. */
async function index(world: World, count: number, say: (line: string) => void): Promise<number> {
  const { step } = createIndexer({ store: world.store, now: world.clock.now });
  const times: number[] = [];
  const began = performance.now();
  for (let more = true; more;) {
    const from = performance.now();
    more = await step();
    times.push(performance.now() - from);
  }
  const total = performance.now() - began;
  say(
    `indexed ${count} messages at ${(total / count * 1000).toFixed(0)} µs each; a step takes ` +
      `${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms, at most ${
        Math.max(...times).toFixed(1)
      } ms`,
  );
  return quantile(times, 0.99);
}

function quantile(times: readonly number[], at: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * at)]!;
}
