import { Buffer } from "node:buffer";
import net from "node:net";
import { cpuSeconds, loadCpu, quantiles, sleep } from "./measures.ts";

export interface RequestsOptions {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly cookie: string;
  /** Kept-alive connections, each with one request on its way. */
  readonly connections: number;
  readonly warm_ms: number;
  readonly measure_ms: number;
  /** Whose CPU time is measured. */
  readonly server_pid: number;
}

export interface RequestsResult {
  readonly seconds: number;
  readonly requests: number;
  readonly server_cpu: number;
  readonly load_cpu: number;
  /** From writing a request to the last byte of its answer, in milliseconds. */
  readonly latency: { p50: number; p99: number; max: number };
  /** Bytes of one answer's body. */
  readonly bytes: number;
}

const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** Asks for the same page again and again. @throws Error for any answer but 200 with a length */
export async function request(options: RequestsOptions): Promise<RequestsResult> {
  const state = {
    requests: 0,
    bytes: 0,
    latencies: [] as number[],
    measuring: false,
    failed: null as Error | null,
  };
  const sockets = await Promise.all(
    Array.from({ length: options.connections }, () => converse(options, state)),
  );
  await sleep(options.warm_ms);
  const from = {
    at: performance.now(),
    cpu: cpuSeconds(options.server_pid),
    load: loadCpu(),
    requests: state.requests,
  };
  state.measuring = true;
  await sleep(options.measure_ms);
  state.measuring = false;
  const result = {
    seconds: (performance.now() - from.at) / 1000,
    requests: state.requests - from.requests,
    server_cpu: cpuSeconds(options.server_pid) - from.cpu,
    load_cpu: loadCpu() - from.load,
    latency: quantiles(state.latencies),
    bytes: state.bytes,
  };
  for (const socket of sockets) socket.destroy();
  if (state.failed) throw state.failed;
  return result;
}

interface State {
  requests: number;
  bytes: number;
  readonly latencies: number[];
  readonly measuring: boolean;
  failed: Error | null;
}

/** One connection: each answer is followed by the next request. */
function converse({ host, port, path, cookie }: RequestsOptions, state: State): Promise<net.Socket> {
  const text = `GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\nCookie: ${cookie}\r\nAccept: */*\r\n\r\n`;
  let head = Buffer.alloc(0);
  let missing = 0;
  let asked_at = 0;
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port, noDelay: true }, () => {
      ask();
      resolve(socket);
    });
    const fail = (error: Error) => {
      state.failed ??= error;
      socket.destroy();
    };
    function ask(): void {
      asked_at = performance.now();
      socket.write(text);
    }
    function answered(): void {
      state.requests++;
      if (state.measuring) state.latencies.push(performance.now() - asked_at);
      ask();
    }
    socket.on("data", (chunk: Buffer) => {
      if (missing > 0) {
        missing -= chunk.length;
        return missing === 0 ? answered() : undefined;
      }
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const lines = head.toString("latin1", 0, end);
      const length = /^content-length: (\d+)$/im.exec(lines)?.[1];
      if (!lines.startsWith("HTTP/1.1 200") || length === undefined) {
        return fail(new Error(`GET ${path} answers ${lines.slice(0, 200)}`));
      }
      state.bytes = Number(length);
      missing = state.bytes - (head.length - end - END_OF_HEAD.length);
      head = Buffer.alloc(0);
      if (missing === 0) answered();
    });
    socket.on("error", (error) => {
      fail(error);
      reject(error);
    });
  });
}
