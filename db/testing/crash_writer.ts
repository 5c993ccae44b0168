/**
 * Started by `crash_test.ts` to be killed: writes pairs of rows as fast as it can and prints the number of
 * each pair once it was acknowledged.
 */
import { createIds } from "../ids.ts";
import * as instance from "../instance.ts";
import { openDatabase } from "../open.ts";

const store = openDatabase({ path: Deno.args[0]!, now: Date.now });
const nextId = createIds({ now: Date.now });
const encoder = new TextEncoder();

async function writeForever(): Promise<never> {
  while (true) {
    const id = nextId();
    await store.batch([instance.add(`${id}.a`, "x".repeat(200), id), instance.add(`${id}.b`, "y", id)]);
    // Straight to the pipe: what was printed is there whatever happens to this process.
    Deno.stdout.writeSync(encoder.encode(`${id}\n`));
  }
}

await Promise.all(Array.from({ length: 20 }, writeForever));
