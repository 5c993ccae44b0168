import { temporaryFolder } from "../harness/folders.ts";
import { askFor } from "../harness/load.ts";
import { median, type Row } from "../harness/report.ts";
import { fillRoom } from "../harness/room.ts";
import { seedPeyk, servePeyk } from "../harness/servers.ts";
import type { Scale } from "../harness/scale.ts";

/** The newest 50 messages of a room by REST, one request after the other, whatever the room's length. */
export async function history({ history, rounds, warm_ms, measure_ms, say }: Scale): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const { cookies, conversation_id } = await seedPeyk(folder.path, 5);
  const rows: Row[] = [];
  let there = 0;
  for (const count of history) {
    fillRoom(folder.path, conversation_id, count - there);
    there = count;
    const server = await servePeyk(folder.path);
    try {
      const [times, cpu] = [[] as number[], [] as number[]];
      for (let round = 0; round < rounds; round++) {
        const result = await askFor(server, {
          path: `/api/conversations/${conversation_id}/messages/?page_size=50`,
          cookie: cookies[0]!,
          connections: 1,
          warm_ms,
          measure_ms,
        });
        times.push(result.latency.p50);
        cpu.push(result.server_cpu / result.requests * 1000);
      }
      say(`history at ${count}: p50 ${times.map((ms) => ms.toFixed(3)).join(" ")} ms from outside`);
      rows.push({
        work: `history: newest 50 of ${count.toLocaleString("en")}, server time of a request`,
        unit: "ms",
        peyk: median(cpu),
        peer: null,
        target: "< 1 ms",
        met: median(cpu) < 1,
      });
    } finally {
      await server.stop();
    }
  }
  const [first, last] = [rows[0]!, rows.at(-1)!];
  return [...rows, {
    ...last,
    work: `history: the longest room beside the shortest`,
    unit: "ms",
    peer: first.peyk,
    target: "the same (≤ 1.15×)",
    met: last.peyk / first.peyk <= 1.15,
  }];
}
