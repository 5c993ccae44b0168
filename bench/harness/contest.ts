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

/** Share of the machine that other programs may have before a round is measured again. */
const DISTURBED = 0.1;
/** Rounds at most for one that is wanted. */
const PATIENCE = 2;

export interface Results {
  readonly peyk: RunResult[];
  readonly peer: RunResult[];
}

/**
 * Both do the same in turns, so that whatever else the machine does meanwhile meets both. Rounds in which
 * it did much else are measured again; if it never rests, the least disturbed ones count.
 */
export async function takeTurns({ peyk, peer }: Contest, rounds: number, options: Options): Promise<Results> {
  const pairs = await calmest(rounds, async () => [await peyk.run(options), await peer.run(options)]);
  return { peyk: pairs.map(([one]) => one!), peer: pairs.map(([, other]) => other!) };
}

/** The same where there is no peer. */
export async function takeRounds(peyk: Load, rounds: number, options: Options): Promise<Results> {
  const alone = await calmest(rounds, async () => [await peyk.run(options)]);
  return { peyk: alone.flat(), peer: [] };
}

async function calmest(rounds: number, measure: () => Promise<RunResult[]>): Promise<RunResult[][]> {
  const taken: { results: RunResult[]; disturbed: number }[] = [];
  const calm = () => taken.filter(({ disturbed }) => disturbed < DISTURBED).length;
  while (taken.length < rounds * PATIENCE && calm() < rounds) {
    const results = await measure();
    taken.push({ results, disturbed: Math.max(...results.map(disturbance)) });
  }
  const counted = taken.toSorted((a, b) => a.disturbed - b.disturbed).slice(0, rounds);
  return counted.map(({ results }) => results);
}

/** Share of the machine that went to programs which have no part in this. */
function disturbance({ others_cpu, seconds }: RunResult): number {
  return others_cpu / seconds / navigator.hardwareConcurrency;
}

/** What has to be known of the rounds to believe their figures. */
export function conditions({ peyk, peer }: Results): string {
  const all = [...peyk, ...peer];
  const load = Math.max(...all.map(({ load_cpu, seconds }) => load_cpu / seconds));
  const others = Math.max(...all.map(disturbance));
  const late = all.reduce((sum, result) => sum + result.late, 0);
  return `load's core ${percent(load)} busy, other programs ${percent(others)} of the machine at most` +
    (late > 0 ? `, ${late} deliveries never came` : "");
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
