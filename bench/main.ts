/**
 * `deno task bench`: Peyk beside a peer that does the same work, in the same run, in turns.
 *
 *   deno task bench                     everything (about a quarter of an hour)
 *   deno task bench --quick             everything, small: under two minutes
 *   deno task bench --full              larger rooms and more rounds
 *   deno task bench fanout latency      only these works
 *   deno task bench --json figures.json also as JSON
 */
import { parseArgs } from "node:util";
import { removeFolders } from "./harness/folders.ts";
import { install } from "./harness/install.ts";
import { describeMachine } from "./harness/machine.ts";
import { stopAll } from "./harness/process.ts";
import { type Row, toJson, toTable } from "./harness/report.ts";
import { FULL, NORMAL, QUICK, type Scale } from "./harness/scale.ts";
import { WORKS } from "./works/mod.ts";

const { values, positionals } = parseArgs({
  args: Deno.args.filter((arg) => arg !== "--"),
  options: { quick: { type: "boolean" }, full: { type: "boolean" }, json: { type: "string" } },
  allowPositionals: true,
});
const unknown = positionals.find((name) => !Object.hasOwn(WORKS, name));
if (unknown !== undefined) {
  console.error(`There is no work called "${unknown}". Works: ${Object.keys(WORKS).join(", ")}.`);
  Deno.exit(2);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.addSignalListener(signal, () => {
    stopAll();
    removeFolders();
    Deno.exit(130);
  });
}

const say = (line: string) => console.error(line);
const scale: Scale = { ...(values.quick ? QUICK : values.full ? FULL : NORMAL), say };
await install(say);
const machine = await describeMachine();
say(JSON.stringify(machine));

const rows: Row[] = [];
for (const [name, work] of Object.entries(WORKS)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  say(`\n${name}`);
  rows.push(...await work(scale));
}
console.log(`\n${toTable(rows)}`);
if (values.json !== undefined) await Deno.writeTextFile(values.json, `${toJson(machine, rows)}\n`);
