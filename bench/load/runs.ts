import { clearImmediate, setImmediate } from "node:timers";
import type { Clients } from "./clients.ts";
import { cpuSeconds, loadCpu, machineCpuSeconds, quantiles, sleep } from "./measures.ts";

/** Between two looks for what has come, in milliseconds. */
const NAP_MS = 1;
/** After the last message is sent, how long the rest may take to arrive, in milliseconds. */
const PATIENCE = 60_000;

export interface RunOptions {
  /** `closed`: so many messages are always on their way. `rate`: so many are sent a second. */
  readonly mode: "closed" | "rate";
  readonly amount: number;
  readonly warm_ms: number;
  readonly measure_ms: number;
  /** Whose CPU time is measured. */
  readonly server_pid: number;
}

export interface RunResult {
  readonly seconds: number;
  /** Messages that reached everybody. */
  readonly messages: number;
  readonly deliveries: number;
  readonly server_cpu: number;
  /** CPU seconds of the load itself: near `seconds`, it was the load that was measured. */
  readonly load_cpu: number;
  /** CPU seconds that other programs took meanwhile: what they take, the measurement lacks. */
  readonly others_cpu: number;
  /**
   * From sending to the arrival at each client, in milliseconds; `rate` only. Of all that was sent while it
   * was measured, whenever it arrived: what never did counts with the time it was waited for.
   */
  readonly latency: { p50: number; p99: number; max: number } | null;
  /** Clients that lost their connection, deliveries that came twice, missing acknowledgements. */
  readonly faults: number;
  /** Deliveries that had not come when the patience ended. */
  readonly late: number;
}

interface Sample {
  readonly at: number;
  readonly messages: number;
  readonly deliveries: number;
  readonly server_cpu: number;
  readonly load_cpu: number;
  readonly machine_cpu: number;
}

/** A message that has not reached everybody. */
interface Missing {
  left: number;
  readonly sent_at: number;
  readonly sender: number;
  /** It was sent while it was measured. */
  readonly counts: boolean;
}

let last_number = 0;

/** Sends messages for a while, counts what arrives where, and waits until all has arrived. */
export async function run(clients: Clients, options: RunOptions): Promise<RunResult> {
  const { mode, amount } = options;
  const missing = new Map<number, Missing>();
  const first = last_number + 1, acks_before = clients.acks;
  const latencies: number[] = [];
  let messages = 0, deliveries = 0, surplus = 0, measuring = false, sending = true;

  function send(sender: number): void {
    const n = ++last_number;
    missing.set(n, { left: clients.size, sent_at: performance.now(), sender, counts: measuring });
    clients.send(sender, n);
  }

  clients.onDelivered = (numbers) => {
    const now = performance.now();
    for (const n of numbers) {
      const message = missing.get(n);
      if (!message) {
        surplus++;
        continue;
      }
      deliveries++;
      if (message.counts && mode === "rate") latencies.push(now - message.sent_at);
      if (--message.left > 0) continue;
      missing.delete(n);
      messages++;
      if (sending && mode === "closed") send(message.sender);
    }
  };

  const sample = (): Sample => ({
    at: performance.now(),
    messages,
    deliveries,
    server_cpu: cpuSeconds(options.server_pid),
    load_cpu: loadCpu(),
    machine_cpu: machineCpuSeconds(),
  });

  const stop = mode === "closed" ? fill(amount, clients.size, send) : pace(amount, clients.size, send);
  const awake = mode === "closed" ? nap() : () => {};
  await sleep(options.warm_ms);
  measuring = true;
  const from = sample();
  await sleep(options.measure_ms);
  const to = sample();
  measuring = false;
  sending = false;
  stop();
  awake();
  const deadline = performance.now() + PATIENCE;
  while (
    (missing.size > 0 || clients.acks - acks_before < last_number - first + 1) && performance.now() < deadline
  ) {
    await sleep(20);
  }
  let late = 0;
  for (const { left, sent_at, counts } of missing.values()) {
    late += left;
    if (counts) { for (let i = 0; i < left; i++) latencies.push(performance.now() - sent_at); }
  }
  const server_cpu = to.server_cpu - from.server_cpu, load_cpu = to.load_cpu - from.load_cpu;
  const unacknowledged = last_number - first + 1 - (clients.acks - acks_before);
  return {
    seconds: (to.at - from.at) / 1000,
    messages: to.messages - from.messages,
    deliveries: to.deliveries - from.deliveries,
    server_cpu,
    load_cpu,
    others_cpu: Math.max(0, to.machine_cpu - from.machine_cpu - server_cpu - load_cpu),
    latency: mode === "rate" ? quantiles(latencies) : null,
    faults: surplus + (late === 0 ? Math.abs(unacknowledged) : 0) + clients.lost,
    late,
  };
}

/** Puts messages on their way; each that arrived everywhere makes room for the next. */
function fill(amount: number, clients: number, send: (sender: number) => void): () => void {
  for (let i = 0; i < amount; i++) send(i % clients);
  return () => {};
}

/**
 * Looks for what has come a thousand times a second instead of sleeping until something comes. Or each
 * frame would wake this process, and waking a neighbour is work of the sender's core: the server would be
 * charged for it, the more the slower it sends, where clients on other machines cost it nothing.
 */
function nap(): () => void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  let immediate = setImmediate(look);
  function look(): void {
    Atomics.wait(pause, 0, 0, NAP_MS);
    immediate = setImmediate(look);
  }
  return () => clearImmediate(immediate);
}

/** Sends at an even pace whatever the answers do, senders in turn. */
function pace(per_second: number, clients: number, send: (sender: number) => void): () => void {
  const began = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor((performance.now() - began) / 1000 * per_second);
    for (; sent < due; sent++) send(sent * 7 % clients);
  }, 1);
  return () => clearInterval(timer);
}
