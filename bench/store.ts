/**
 * Durable messages per second: one commit a message on bare node:sqlite, beside the store with one and with
 * many messages in flight. The same four statements, files and settings for all, in turns; medians.
 *
 * `deno run -A bench/store.ts [seconds per measurement, default 1]`
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as changes from "@/db/changes.ts";
import { createIds } from "@/db/ids.ts";
import { openDatabase } from "@/db/open.ts";
import { expecting, query, sql, template, write } from "@/db/query.ts";
import type { Statement } from "@/db/store.ts";

const ROUNDS = 5;
const seconds = Number(Deno.args[0] ?? 1);
const nextId = createIds({ now: Date.now });
const content = "سلام، این یک پیام معمولی است. See you at the meeting tomorrow at ten.";

const raise = template((p: { id: number }) =>
  expecting(
    1,
    query.updateTable("conversations").set(({ eb }) => ({
      seq: eb("seq", "+", 1),
      version: eb("version", "+", 1),
      last_message_id: p.id,
      last_activity_at: p.id,
    })).where("id", "=", 3).where("workspace_id", "=", 1).returning(["seq", "version"]),
  )
);
const insert = template((p: { id: number; client_id: string }) =>
  write(
    query.insertInto("messages").values({
      id: p.id,
      conversation_id: 3,
      workspace_id: 1,
      author_id: 2,
      client_id: p.client_id,
      content,
      seq: sql<number>`(select seq from conversations where id = 3)`,
      version: sql<number>`(select version from conversations where id = 3)`,
      created_at: p.id,
    }),
  )
);
const markRead = template((p: { id: number }) =>
  write(
    query.insertInto("reads").values({
      conversation_id: 3,
      actor_id: 2,
      workspace_id: 1,
      seq: p.id,
      updated_at: p.id,
    })
      .onConflict((on) => on.doUpdateSet({ seq: p.id })),
  )
);

function message(): Statement[] {
  const id = nextId();
  return [
    raise({ id }),
    insert({ id, client_id: crypto.randomUUID() }),
    changes.append({
      workspace_id: 1,
      conversation_id: 3,
      entity: "message",
      entity_id: id,
      verb: "created",
      actor_id: 2,
      created_at: id,
    }),
    markRead({ id }),
  ];
}

/** Messages a second on the bare driver, statements prepared once. */
function bare(path: string): number {
  const db = new DatabaseSync(path);
  db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on");
  db.exec("pragma wal_autocheckpoint = 4000; pragma cache_size = -65536; pragma temp_store = memory");
  const prepared = message().map(({ sql }) => db.prepare(sql));
  const [begin, commit] = [db.prepare("begin immediate"), db.prepare("commit")];
  const start = performance.now();
  let done = 0;
  for (; performance.now() - start < seconds * 1000; done++) {
    begin.run();
    message().forEach(({ parameters }, i) => prepared[i]!.all(...parameters as string[]));
    commit.run();
  }
  const rate = done / (performance.now() - start) * 1000;
  db.close();
  return rate;
}

/** Messages a second through the store, each sender waiting for its commit before its next message. */
async function stored(path: string, senders: number): Promise<number> {
  const store = openDatabase({ path, now: Date.now });
  const start = performance.now();
  let done = 0;
  await Promise.all(Array.from({ length: senders }, async () => {
    for (; performance.now() - start < seconds * 1000; done++) await store.batch(message());
  }));
  const rate = done / (performance.now() - start) * 1000;
  await store.close();
  return rate;
}

async function onNewFile(measure: (path: string) => number | Promise<number>): Promise<number> {
  const directory = Deno.makeTempDirSync({ dir: Deno.env.get("BENCH_DIR") });
  try {
    const path = join(directory, "bench.db");
    const store = openDatabase({ path, now: Date.now });
    await store.batch([
      write(query.insertInto("workspaces").values({ id: 1, slug: "w", name: "W", created_at: 0 })),
      write(query.insertInto("actors").values({ id: 2, kind: "member", created_at: 0 })),
      write(
        query.insertInto("conversations")
          .values({ id: 3, workspace_id: 1, kind: "global", last_activity_at: 0, created_at: 0 }),
      ),
    ]);
    await store.close();
    return await measure(path);
  } finally {
    Deno.removeSync(directory, { recursive: true });
  }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
}

const kinds: [string, (path: string) => number | Promise<number>][] = [
  ["bare, one commit a message", bare],
  ["store,   1 in flight", (path) => stored(path, 1)],
  ["store,   8 in flight", (path) => stored(path, 8)],
  ["store,  64 in flight", (path) => stored(path, 64)],
  ["store, 512 in flight", (path) => stored(path, 512)],
];
const rates = new Map<string, number[]>(kinds.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round++) {
  for (const [name, measure] of kinds) rates.get(name)!.push(await onNewFile(measure));
}
const base = median(rates.get(kinds[0]![0])!);
for (const [name, found] of rates) {
  const rate = median(found);
  console.log(
    `${name.padEnd(28)} ${Math.round(rate).toLocaleString("en").padStart(9)}/s  ${(rate / base).toFixed(2)}×`,
  );
}
