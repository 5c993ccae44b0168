import { temporaryFolder } from "../harness/folders.ts";
import { connectClients } from "../harness/load.ts";
import { memoryOf } from "../harness/process.ts";
import { beside, type Row } from "../harness/report.ts";
import { startPeer, startPeyk, type StartServer } from "../harness/servers.ts";
import type { Scale } from "../harness/scale.ts";

const PEOPLE = 1_000;
/** For the garbage of connecting to go, in milliseconds. */
const REST = 10_000;

/** Memory that idle sockets keep, a socket. */
export async function memory({ sockets, rounds, say }: Scale): Promise<Row[]> {
  const found = { peyk: [] as number[], peer: [] as number[] };
  // Hardly anything varies, and connecting takes long.
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    found.peyk.push(await measure(startPeyk, sockets));
    found.peer.push(await measure(startPeer, sockets));
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

async function measure(start: StartServer, sockets: number): Promise<number> {
  await using folder = await temporaryFolder();
  const server = await start({ dir: folder.path, people: Math.min(PEOPLE, sockets) });
  try {
    // A first few warm up what a program keeps whatever the number of sockets.
    await using _first = await connectClients(server, 100);
    await rest();
    const before = memoryOf(server.pid);
    await using _all = await connectClients(server, sockets);
    await rest();
    return (memoryOf(server.pid) - before) / sockets / 1024;
  } finally {
    await server.stop();
  }
}

function rest(): Promise<void> {
  return new Promise((done) => setTimeout(done, REST));
}
