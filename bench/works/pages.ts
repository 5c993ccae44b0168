import { CACHE, temporaryFolder } from "../harness/folders.ts";
import { askFor } from "../harness/load.ts";
import { CORE, type Running, start, waitFor } from "../harness/process.ts";
import { beside, type Row } from "../harness/report.ts";
import { fillRoom } from "../harness/room.ts";
import { seedPeyk, servePeyk } from "../harness/servers.ts";
import type { Scale } from "../harness/scale.ts";

const MESSAGES = 50;
const CONNECTIONS = 8;

/** The chat page of a signed-in member, beside a bare page of the same elements. */
export async function pages({ rounds, warm_ms, measure_ms, say }: Scale): Promise<Row[]> {
  await using stack = new AsyncDisposableStack();
  const { path: dir } = stack.use(await temporaryFolder());
  const { cookies, conversation_id } = await seedPeyk(dir, 5);
  fillRoom(dir, conversation_id, MESSAGES);
  const peyk = await servePeyk(dir);
  stack.defer(() => peyk.stop());
  const cookie = cookies[0]!;
  const peer = await serveBarePage(dir, await getPage(peyk, cookie));
  stack.defer(() => peer.stop());

  const rates = { peyk: [] as number[], peer: [] as number[] };
  const options = { path: "/chat", cookie, connections: CONNECTIONS, warm_ms, measure_ms };
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of [["peyk", peyk], ["peer", peer]] as const) {
      const { requests, server_cpu, bytes } = await askFor(server, options);
      rates[name].push(requests / server_cpu);
      if (round === 0) say(`pages: ${name} ${(bytes / 1024).toFixed(1)} KiB a page`);
    }
  }
  return [
    beside({
      work: `pages: /chat with ${MESSAGES} messages, pages per server CPU-second`,
      unit: "/s",
      target: "≥ 0.75× (1,500/s)",
      ...rates,
    }, (ratio) => ratio >= 0.75),
  ];
}

async function getPage({ host, port }: { host: string; port: number }, cookie: string): Promise<string> {
  const response = await fetch(`http://${host}:${port}/chat`, { headers: { cookie } });
  const html = await response.text();
  const rows = html.match(/<article /g)?.length;
  if (response.status !== 200 || rows !== MESSAGES) throw new Error(`/chat shows ${rows} messages`);
  return html;
}

async function serveBarePage(dir: string, html: string): Promise<Running & { host: string; port: number }> {
  await Deno.writeTextFile(`${dir}/page.html`, html);
  const running = start({
    program: Deno.execPath(),
    args: ["run", "-A", "--no-lock", "--node-modules-dir=manual", "page.mjs", `${dir}/page.html`],
    cwd: `${CACHE}/peer`,
    core: CORE.server,
  });
  const [, host, port] = await waitFor(running, /listens on http:\/\/([\d.]+):(\d+)/);
  return { ...running, host: host!, port: Number(port) };
}
