import { conditions, startContest, takeTurns } from "../harness/contest.ts";
import { beside, type Row } from "../harness/report.ts";
import type { RunResult } from "../harness/load.ts";
import type { Scale } from "../harness/scale.ts";

/** Least ratio by messages on their way. */
const TARGETS = [[1, 1.6], [8, 8], [64, 15]] as const;

/** Deliveries of committed messages a CPU second of the server, with so many messages on their way. */
export async function fanout(scale: Scale): Promise<Row[]> {
  const { clients, rounds, warm_ms, measure_ms, say } = scale;
  await using contest = await startContest({ clients });
  const rows: Row[] = [];
  for (const [amount, least] of TARGETS) {
    const results = await takeTurns(contest, rounds, { mode: "closed", amount, warm_ms, measure_ms });
    const { peyk, peer } = results;
    say(`${amount} in flight: Peyk ${list(peyk)}; peer ${list(peer)}; ${conditions(results)}`);
    rows.push(beside({
      work: `fanout: deliveries per server CPU-second, ${clients} clients, ${amount} in flight`,
      unit: "/s",
      target: `≥ ${least}×`,
      peyk: peyk.map(rate),
      peer: peer.map(rate),
    }, (ratio) => ratio >= least));
  }
  return rows;
}

function rate({ deliveries, server_cpu }: RunResult): number {
  return deliveries / server_cpu;
}

function list(results: readonly RunResult[]): string {
  return results.map((result) => `${Math.round(rate(result) / 1000)}k`).join(" ");
}
