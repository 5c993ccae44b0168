import { conditions, takeRounds } from "../harness/contest.ts";
import { temporaryFolder } from "../harness/folders.ts";
import { connectClients } from "../harness/load.ts";
import { median, type Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";
import { servePeyk } from "../harness/servers.ts";
import { seedVisitors, ticketsFor } from "../harness/visitors.ts";

const PER_SECOND = 20;
/** What members have to be given, visitors have as well, in milliseconds. */
const TARGET = 50;

/** Visitors of one site, all in its room at once: from sending to each one's socket. There is no peer to it. */
export async function guests({ clients, rounds, warm_ms, measure_ms, say }: Scale): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const { conversation_id, tokens } = await seedVisitors(folder.path, clients);
  const server = await servePeyk(folder.path);
  try {
    const tickets = await ticketsFor(`http://${server.host}:${server.port}`, tokens);
    await using load = await connectClients({ ...server, conversation_id, cookies: [], tickets }, clients);
    const options = { mode: "rate", amount: PER_SECOND, warm_ms, measure_ms } as const;
    const results = await takeRounds(load, rounds, options);
    const found = results.peyk.map(({ latency }) => latency!);
    const list = found.map(({ p50, p99 }) => `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms`).join(", ");
    say(`${list}; ${conditions(results)}`);
    const peyk = median(found.map(({ p99 }) => p99));
    return [{
      work: `guests: p99 delivery, ${clients} visitors of one site, ${PER_SECOND} messages/s`,
      unit: "ms",
      peyk,
      peer: null,
      target: `< ${TARGET} ms`,
      met: peyk < TARGET,
    }];
  } finally {
    await server.stop();
  }
}
