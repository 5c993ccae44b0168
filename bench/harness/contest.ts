import { temporaryFolder } from "./folders.ts";
import { connectClients, type Load, type RunResult } from "./load.ts";
import { startPeer, startPeyk } from "./servers.ts";

/** Peyk and the peer, each with its own load, both ready: only the one in turn has anything to do. */
export interface Contest extends AsyncDisposable {
  readonly peyk: Load;
  readonly peer: Load;
}

export interface ContestOptions {
  /** Clients of the room, each a person. */
  readonly clients: number;
  /** Environment of both servers. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function startContest({ clients, env }: ContestOptions): Promise<Contest> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const loads: Load[] = [];
  for (const [name, start] of [["peyk", startPeyk], ["peer", startPeer]] as const) {
    const server = await start({ dir: `${folder.path}/${name}`, people: clients, env });
    stack.defer(() => server.stop());
    loads.push(stack.use(await connectClients(server, clients)));
  }
  const kept = stack.move();
  return {
    peyk: loads[0]!,
    peer: loads[1]!,
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

type Options = Parameters<Load["run"]>[0];

/** Both do the same in turns, so that whatever else the machine does meanwhile meets both. */
export async function takeTurns(
  { peyk, peer }: Contest,
  rounds: number,
  options: Options,
): Promise<{ peyk: RunResult[]; peer: RunResult[] }> {
  const results = { peyk: [] as RunResult[], peer: [] as RunResult[] };
  for (let round = 0; round < rounds; round++) {
    results.peyk.push(await peyk.run(options));
    results.peer.push(await peer.run(options));
  }
  return results;
}

/** How busy the load's core was at most: near 1, the load was the bottleneck. */
export function loadShare(results: readonly RunResult[]): number {
  return Math.max(...results.map(({ load_cpu, seconds }) => load_cpu / seconds));
}
