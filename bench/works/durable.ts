import { conditions, startContest, takeTurns } from "../harness/contest.ts";
import { beside, type Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";

const ROOM = 10;
/** On their way at once: enough that nobody waits for the senders. */
const IN_FLIGHT = 500;

/** Messages a second that were committed and had reached everybody, in a room of ten. */
export async function durable({ rounds, warm_ms, measure_ms, say }: Scale): Promise<Row[]> {
  await using contest = await startContest({ clients: ROOM });
  const results = await takeTurns(contest, rounds, {
    mode: "closed",
    amount: IN_FLIGHT,
    warm_ms,
    measure_ms,
  });
  const { peyk, peer } = results;
  say(conditions(results));
  const rate = ({ messages, seconds }: { messages: number; seconds: number }) => messages / seconds;
  return [
    beside({
      work: `durable: messages a second, room of ${ROOM}, ${IN_FLIGHT} in flight`,
      unit: "/s",
      target: "≥ 6×",
      peyk: peyk.map(rate),
      peer: peer.map(rate),
    }, (ratio) => ratio >= 6),
  ];
}
