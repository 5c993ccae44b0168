import type { Order } from "../load/main.ts";
import type { RequestsOptions, RequestsResult } from "../load/requests.ts";
import type { RunOptions, RunResult } from "../load/runs.ts";
import { CACHE } from "./folders.ts";
import { CORE, start } from "./process.ts";
import type { Server } from "./servers.ts";

export type { RequestsResult, RunResult };

/** So many clients of a server, in a process and on a core of their own. */
export interface Load extends AsyncDisposable {
  /** @throws Error when a message did not reach everybody exactly once, or was not acknowledged */
  run(options: Omit<RunOptions, "server_pid">): Promise<RunResult>;
}

/** The load's process, on a core of its own; each order is answered before the next. */
function startLoad(): AsyncDisposable & { order<T>(what: Order): Promise<T> } {
  const running = start({ program: "node", args: [`${CACHE}/load.mjs`], core: CORE.load, stdin: "piped" });
  const writer = running.child.stdin.getWriter();
  const encoder = new TextEncoder();
  return {
    async order<T>(what: Order): Promise<T> {
      await writer.write(encoder.encode(`${JSON.stringify(what)}\n`));
      const { value, done } = await running.lines.read();
      if (done) throw new Error("the load ended by itself");
      const answer = JSON.parse(value);
      if (answer.error) throw new Error(`the load failed: ${answer.error}`);
      return answer.result;
    },
    async [Symbol.asyncDispose]() {
      await writer.close().catch(() => {});
      await running.stop();
    },
  };
}

/** Brings so many clients into the room of a server. */
export async function connectClients(server: Server, count: number): Promise<Load> {
  await using stack = new AsyncDisposableStack();
  const { order } = stack.use(startLoad());
  const { host, port, dialect, conversation_id, cookies, tickets } = server;
  await order({ do: "connect", count, host, port, dialect, conversation_id, cookies, tickets });
  const kept = stack.move();
  return {
    async run(options) {
      const result = await order<RunResult>({ do: "run", options: { ...options, server_pid: server.pid } });
      if (result.faults > 0) throw new Error(`${result.faults} deliveries of ${dialect} lost or doubled`);
      // Too much at a time only makes late; what is sent one after the other must arrive.
      if (result.late > 0 && options.mode === "closed") {
        throw new Error(`${dialect} lost ${result.late} deliveries`);
      }
      return result;
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

/** Asks a server for one page again and again. */
export async function askFor(
  { host, port, pid }: Pick<Server, "host" | "port" | "pid">,
  options: Omit<RequestsOptions, "host" | "port" | "server_pid">,
): Promise<RequestsResult> {
  await using load = startLoad();
  return await load.order({ do: "request", options: { ...options, host, port, server_pid: pid } });
}
