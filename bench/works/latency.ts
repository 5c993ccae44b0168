import { conditions, startContest, takeTurns } from "../harness/contest.ts";
import { slowDisk } from "../harness/slow_disk.ts";
import { beside, type Row } from "../harness/report.ts";
import type { RunResult } from "../harness/load.ts";
import type { Scale } from "../harness/scale.ts";

/** From sending to each client's socket, at an even pace. */
export async function latency(scale: Scale): Promise<Row[]> {
  const { peyk, peer } = await paced(scale, 20, {});
  return [
    beside({
      work: `latency: p99 delivery, ${scale.clients} clients, 20 messages/s`,
      unit: "ms",
      target: "≤ 1.0× and < 50 ms",
      peyk,
      peer,
    }, (ratio, peyk) => ratio <= 1 && peyk < 50),
  ];
}

/** The same on a disk that takes its time. */
export async function slowdisk(scale: Scale): Promise<Row[]> {
  const { peyk, peer } = await paced(scale, 100, await slowDisk(10));
  return [
    beside({
      work: `slowdisk: p99 delivery, ${scale.clients} clients, 100 messages/s, fsync + 10 ms`,
      unit: "ms",
      target: "≤ 0.1×",
      peyk,
      peer,
    }, (ratio) => ratio <= 0.1),
  ];
}

async function paced(
  { clients, rounds, warm_ms, measure_ms, say }: Scale,
  per_second: number,
  env: Record<string, string>,
): Promise<{ peyk: number[]; peer: number[] }> {
  await using contest = await startContest({ clients, env });
  const options = { mode: "rate", amount: per_second, warm_ms, measure_ms } as const;
  const results = await takeTurns(contest, rounds, options);
  const { peyk, peer } = results;
  say(`Peyk ${list(peyk)}; peer ${list(peer)}; ${conditions(results)}`);
  return { peyk: peyk.map(p99), peer: peer.map(p99) };
}

function p99({ latency }: RunResult): number {
  return latency!.p99;
}

function list(results: readonly RunResult[]): string {
  return results.map(({ latency }) => `p50 ${latency!.p50.toFixed(1)} p99 ${latency!.p99.toFixed(1)} ms`)
    .join(", ");
}
