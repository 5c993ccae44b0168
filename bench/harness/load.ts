import type { Order } from "../load/main.ts";
import type { RunOptions, RunResult } from "../load/runs.ts";
import { CACHE } from "./folders.ts";
import { CORE, start } from "./process.ts";
import type { Server } from "./servers.ts";

export type { RunResult };

/** So many clients of a server, in a process and on a core of their own. */
export interface Load extends AsyncDisposable {
  /** @throws Error when a message did not reach everybody exactly once, or was not acknowledged */
  run(options: Omit<RunOptions, "server_pid">): Promise<RunResult>;
}

export async function connectClients(server: Server, count: number): Promise<Load> {
  const running = start({ program: "node", args: [`${CACHE}/load.mjs`], core: CORE.load, stdin: "piped" });
  const writer = running.child.stdin.getWriter();
  const encoder = new TextEncoder();

  async function order<T>(what: Order): Promise<T> {
    await writer.write(encoder.encode(`${JSON.stringify(what)}\n`));
    const { value, done } = await running.lines.read();
    if (done) throw new Error("the load ended by itself");
    const answer = JSON.parse(value);
    if (answer.error) throw new Error(`the load of ${server.dialect} failed: ${answer.error}`);
    return answer.result;
  }

  const close = async () => {
    await writer.close().catch(() => {});
    await running.stop();
  };
  const { host, port, dialect, conversation_id, cookies } = server;
  try {
    await order({ do: "connect", count, host, port, dialect, conversation_id, cookies });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    async run(options) {
      const result = await order<RunResult>({ do: "run", options: { ...options, server_pid: server.pid } });
      if (result.faults > 0) throw new Error(`${result.faults} deliveries of ${dialect} lost or doubled`);
      return result;
    },
    [Symbol.asyncDispose]: close,
  };
}
