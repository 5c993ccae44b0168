import { ROOT, temporaryFolder } from "../harness/folders.ts";
import { start, waitFor } from "../harness/process.ts";
import { median, type Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";

/** From starting the program to the first page, with everything installed and built; on both cores. */
export async function boot({ rounds, say }: Scale): Promise<Row[]> {
  await using folder = await temporaryFolder();
  const times: number[] = [];
  // The first makes the database (and builds, if anything changed): that is not what is asked for.
  for (let round = -1; round < Math.max(rounds, 5); round++) {
    const took = await once(folder.path);
    if (round >= 0) times.push(took);
    else say(`boot: with a new database ${took.toFixed(0)} ms`);
  }
  say(`boot: ${times.map((ms) => ms.toFixed(0)).join(" ")} ms`);
  const ms = median(times);
  return [{
    work: "boot: from start to the first page",
    unit: "ms",
    peyk: ms,
    peer: null,
    target: "< 1,000 ms",
    met: ms < 1000,
  }];
}

async function once(dir: string): Promise<number> {
  const began = performance.now();
  const server = start({
    program: Deno.execPath(),
    args: ["run", "-A", "main.ts"],
    cwd: ROOT,
    env: { PORT: "0", DATA_DIR: `${dir}/data`, UPLOADS_DIR: `${dir}/uploads`, LOG_LEVEL: "warn" },
  });
  try {
    const [, url] = await waitFor(server, /listens on (http:\S+)/);
    const response = await fetch(`${url}/login`, { redirect: "manual" });
    await response.body?.cancel();
    if (response.status >= 500) throw new Error(`the first page answers ${response.status}`);
    return performance.now() - began;
  } finally {
    await server.stop();
  }
}
