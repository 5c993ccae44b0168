import { temporaryFolder } from "../harness/folders.ts";
import { askFor } from "../harness/load.ts";
import { beside, median, type Row } from "../harness/report.ts";
import { fillRoom } from "../harness/room.ts";
import { seedPeyk, servePeyk } from "../harness/servers.ts";
import type { Scale } from "../harness/scale.ts";

/** The newest 50 messages of a room by REST, one request after the other: short rooms and long ones in turns. */
export async function history({ history, rounds, warm_ms, measure_ms, say }: Scale): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const rooms = [];
  for (const count of history) {
    const { path } = stack.use(await temporaryFolder());
    const { cookies, conversation_id } = await seedPeyk(path, 5);
    fillRoom(path, conversation_id, count);
    const server = await servePeyk(path);
    stack.defer(() => server.stop());
    const asked = {
      path: `/api/conversations/${conversation_id}/messages/?page_size=50`,
      cookie: cookies[0]!,
    };
    rooms.push({ count, server, asked, cpu: [] as number[] });
  }
  for (let round = 0; round < rounds; round++) {
    for (const { count, server, asked, cpu } of rooms) {
      const { server_cpu, requests, latency } = await askFor(server, {
        ...asked,
        connections: 1,
        warm_ms,
        measure_ms,
      });
      cpu.push(server_cpu / requests * 1000);
      say(
        `${count} messages: ${cpu.at(-1)!.toFixed(3)} ms of CPU, p50 ${
          latency.p50.toFixed(3)
        } ms from outside`,
      );
    }
  }
  return [
    ...rooms.map(({ count, cpu }) => ({
      work: `history: newest 50 of ${count.toLocaleString("en")}, server time of a request`,
      unit: "ms",
      peyk: median(cpu),
      peer: null,
      target: "< 1 ms",
      met: median(cpu) < 1,
    })),
    beside({
      work: "history: the longest room beside the shortest",
      unit: "ms",
      target: "the same (≤ 1.15×)",
      peyk: rooms.at(-1)!.cpu,
      peer: rooms[0]!.cpu,
    }, (ratio) => ratio <= 1.15),
  ];
}
