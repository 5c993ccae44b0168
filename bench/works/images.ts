import { memoryOf } from "../harness/process.ts";
import type { Row } from "../harness/report.ts";
import type { Scale } from "../harness/scale.ts";
import { seedPeyk, servePeyk } from "../harness/servers.ts";

const PICTURES = 10;
/** 12 megapixels, as telephones make them. */
const SIZE = { width: 4000, height: 3000 };
/** Messages and pings a second of those who only write meanwhile. */
const PACE = 20;

/** Ten large photographs at once, on the one core that also serves those who write. */
export async function images({ measure_ms, say }: Scale): Promise<Row[]> {
  const dir = await Deno.makeTempDir({ prefix: "peyk-images-" });
  try {
    const { cookies, conversation_id } = await seedPeyk(dir, PICTURES + 1);
    const server = await servePeyk(dir);
    const url = `${server.host}:${server.port}`;
    try {
      const photograph = await makePhotograph();
      // The codecs are loaded once, by the first picture.
      await send(url, cookies[0]!, photograph);
      const idle = await chatting(
        url,
        cookies.at(-1)!,
        conversation_id,
        () => pause(Math.max(measure_ms, 3000)),
      );
      const before = memoryOf(server.pid);
      let peak = before;
      const watch = setInterval(() => peak = Math.max(peak, memoryOf(server.pid)), 5);
      const began = performance.now();
      const busy = await chatting(url, cookies.at(-1)!, conversation_id, async () => {
        await Promise.all(cookies.slice(0, PICTURES).map((cookie) => send(url, cookie, photograph)));
      });
      const took = (performance.now() - began) / 1000;
      clearInterval(watch);
      say(`${(photograph.size / 1e6).toFixed(1)} MB each; idle ${shown(idle)}; busy ${shown(busy)}`);
      const work = (what: string) => `images: ${what}, ${PICTURES} of 12 MP at once`;
      const row = (what: string, unit: string, peyk: number, target: string, met: boolean): Row => ({
        ...{ work: work(what), unit, peyk, peer: null, target, met },
      });
      const memory = (peak - before) / 1e6;
      return [
        row("memory above idle", "MB", memory, "< 350 MB", memory < 350),
        row("p99 answer to a ping", "ms", p99(busy.pings), "< 50 ms", p99(busy.pings) < 50),
        row(
          `p99 delivery (idle ${p99(idle.deliveries).toFixed(1)} ms)`,
          "ms",
          p99(busy.deliveries),
          "< 50 ms",
          p99(busy.deliveries) < 50,
        ),
        row("until all are answered", "s", took, "", true),
      ];
    } finally {
      await server.stop();
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}

/** Noise that was blurred: as hard to encode as a photograph. */
async function makePhotograph(): Promise<File> {
  const { default: sharp } = await import("sharp");
  const data = new Uint8Array(SIZE.width * SIZE.height * 3);
  for (let at = 0; at < data.length; at += 65_536) {
    crypto.getRandomValues(data.subarray(at, Math.min(at + 65_536, data.length)));
  }
  const image = sharp(data, { raw: { ...SIZE, channels: 3 } }).blur(1.5).withMetadata({ orientation: 6 });
  return new File([new Uint8Array(await image.jpeg({ quality: 92 }).toBuffer())], "IMG_1.jpg");
}

async function send(url: string, cookie: string, photograph: File): Promise<void> {
  const form = new FormData();
  form.append("file", photograph);
  const response = await fetch(`http://${url}/api/messages/upload`, {
    method: "POST",
    headers: { cookie, origin: `http://${url}` },
    body: form,
  });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  await response.body?.cancel();
}

interface Times {
  /** Milliseconds from sending a message to hearing it. */
  readonly deliveries: number[];
  /** Milliseconds from a ping to its answer: what the event loop lets wait. */
  readonly pings: number[];
}

/** Writes and pings at an even pace while something else goes on. */
async function chatting(
  url: string,
  cookie: string,
  conversation_id: number,
  meanwhile: () => Promise<unknown>,
): Promise<Times> {
  const socket = new WebSocket(`ws://${url}/ws`, { headers: { cookie, origin: `http://${url}` } } as never);
  const times: Times = { deliveries: [], pings: [] };
  const sent = new Map<string, number>();
  socket.onmessage = ({ data }) => {
    const at = performance.now();
    for (const frame of [JSON.parse(data)].flat()) {
      const key = frame.type === "pong"
        ? frame.ref
        : frame.type === "chat:message"
        ? frame.message.client_id
        : null;
      const began = sent.get(key);
      if (began === undefined) continue;
      sent.delete(key);
      (frame.type === "pong" ? times.pings : times.deliveries).push(at - began);
    }
  };
  await new Promise((resolve) => socket.onopen = resolve);
  socket.send(JSON.stringify({ type: "chat:join", conversation_id }));
  await pause(200);
  const say = (key: string, command: object) => {
    sent.set(key, performance.now());
    socket.send(JSON.stringify(command));
  };
  const timer = setInterval(() => {
    const key = crypto.randomUUID();
    say(key, { type: "chat:message", conversation_id, content: "hello", client_id: key });
    const ref = crypto.randomUUID();
    say(ref, { type: "chat:ping", ref });
  }, 1000 / PACE);
  await meanwhile();
  clearInterval(timer);
  await pause(500);
  const closed = new Promise((resolve) => socket.onclose = resolve);
  socket.close();
  await closed;
  return times;
}

function p99(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? NaN;
}

function shown({ deliveries, pings }: Times): string {
  return `delivery p99 ${p99(deliveries).toFixed(1)} ms of ${deliveries.length}, ping p99 ${
    p99(pings).toFixed(1)
  } ms`;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
