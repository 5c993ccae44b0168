/**
 * The load: a process of its own (Node), told what to do by lines of JSON on stdin, answering with one line
 * each. Bundled and started by `bench/harness/load.ts`.
 */
import process from "node:process";
import { createInterface } from "node:readline";
import { type Clients, connect, type Target } from "./clients.ts";
import { type DialectName, DIALECTS } from "./dialects.ts";
import { request, type RequestsOptions } from "./requests.ts";
import { run, type RunOptions } from "./runs.ts";

export type Order =
  | (
    & { readonly do: "connect"; readonly count: number; readonly dialect: DialectName }
    & Omit<Target, "dialect">
  )
  | { readonly do: "run"; readonly options: RunOptions }
  | { readonly do: "request"; readonly options: RequestsOptions }
  | { readonly do: "close" };

let clients: Clients | null = null;

async function obey(order: Order): Promise<unknown> {
  if (order.do === "close") return void clients?.close();
  if (order.do === "request") return await request(order.options);
  if (order.do === "run") return await run(clients!, order.options);
  clients = await connect({ ...order, dialect: DIALECTS[order.dialect] }, order.count);
  await quiet(clients);
  return { clients: clients.size, lost: clients.lost };
}

/** Waits until what connecting brought about, such as presence, has died down. */
async function quiet(connected: Clients): Promise<void> {
  for (let i = 0; i < 100 && performance.now() - connected.heard_at < 700; i++) {
    await new Promise((done) => setTimeout(done, 100));
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const answer = await obey(JSON.parse(line)).then(
    (result) => ({ result: result ?? null }),
    (error) => ({ error: String(error?.message ?? error) }),
  );
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
process.exit(0);
