/**
 * Started by `crash_test.ts` where files may not grow beyond a limit: writes until the disk refuses, and
 * prints as JSON what was acknowledged, what was refused, and how many rows it can still read.
 */
import * as instance from "../instance.ts";
import { openDatabase } from "../open.ts";
import { query, read } from "../query.ts";

const store = openDatabase({ path: Deno.args[0]!, now: Date.now });
const acknowledged: string[] = [];
const refused: { name: string; error: string }[] = [];

for (let i = 0; refused.length === 0 && i < 1000; i++) {
  const names = [1, 2, 3].map((batch) => `${i}.${batch}`);
  await Promise.all(names.map(async (name) => {
    try {
      await store.batch([instance.add(name, "x".repeat(10_000), 0)]);
      acknowledged.push(name);
    } catch (error) {
      refused.push({ name, error: (error as Error).name });
    }
  }));
}

const readable = (await store.all(read(query.selectFrom("instance").select("name")))).length;
console.log(JSON.stringify({ acknowledged, refused, readable }));
await store.close().catch(() => {});
