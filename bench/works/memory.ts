import { temporaryFolder } from "../harness/folders.ts";
import { connectClients } from "../harness/load.ts";
import { memoryOf } from "../harness/process.ts";
import { beside, type Row } from "../harness/report.ts";
import { startPeer, startPeyk, type StartServer } from "../harness/servers.ts";
import type { Scale } from "../harness/scale.ts";

const PEOPLE = 1_000;

/** Memory that idle sockets keep, a socket. */
export async function memory({ sockets, rounds, rest_ms, say }: Scale): Promise<Row[]> {
  const found = { peyk: [] as number[], peer: [] as number[] };
  // Hardly anything varies, and connecting takes long.
  for (let round = 0; round < Math.max(1, Math.min(rounds - 1, 3)); round++) {
    found.peyk.push(await measure(startPeyk, sockets, rest_ms));
    found.peer.push(await measure(startPeer, sockets, rest_ms));
    say(
      `memory: Peyk ${found.peyk.at(-1)!.toFixed(1)} KiB, peer ${found.peer.at(-1)!.toFixed(1)} KiB a socket`,
    );
  }
  return [
    beside({
      work: `memory: of an idle socket, at ${sockets}`,
      unit: "KiB",
      target: "≤ 1.5×",
      ...found,
    }, (ratio) => ratio <= 1.5),
  ];
}

async function measure(start: StartServer, sockets: number, rest_ms: number): Promise<number> {
  await using folder = await temporaryFolder();
  const server = await start({ dir: folder.path, people: Math.min(PEOPLE, sockets) });
  try {
    // A first few warm up what a program keeps whatever the number of sockets.
    await using _first = await connectClients(server, 100);
    await rest(rest_ms);
    const before = memoryOf(server.pid);
    await using _all = await connectClients(server, sockets);
    await rest(rest_ms);
    return (memoryOf(server.pid) - before) / sockets / 1024;
  } finally {
    await server.stop();
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}
