import { AppError } from "@/lib/protocol/errors.ts";
import type { Log } from "./log.ts";

/** Part of the machine's memory that may be in use when another socket comes. */
const SHARE = 0.75;
/** How long a measurement counts, in milliseconds. */
const MEASURE_EVERY = 1000;
/** How often a refusal is told to the log, in milliseconds. */
const TELL_EVERY = 60_000;
/** When those who are refused may try again, in seconds. */
const RETRY_AFTER = 30;

export interface AdmissionOptions {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly log: Log;
  /** Bytes of resident memory above which no new socket is let in. */
  readonly limit?: number;
  /** Bytes of memory this process holds. */
  readonly rss?: () => number;
}

/**
 * Whether there is room for another socket. What sockets may cost is bounded one by one and by person and
 * address, but nothing bounds how many people there are, and the runtime gathers the parts of a message
 * before anybody can say that it is too long. Those who are in stay in; whoever is refused comes back later.
 */
export function createAdmission(
  { now, log, limit = SHARE * machineMemory(), rss = () => Deno.memoryUsage().rss }: AdmissionOptions,
) {
  let used = 0;
  let measured_at = -Infinity;
  let told_at = -Infinity;
  let refused = 0;
  let closed = false;

  function isFull(): boolean {
    if (now() - measured_at >= MEASURE_EVERY) {
      used = rss();
      measured_at = now();
    }
    return used > limit;
  }

  function tell(): void {
    refused++;
    if (now() - told_at < TELL_EVERY) return;
    log.warn("sockets_refused", { reason: "memory", rss: used, limit: Math.round(limit), refused });
    told_at = now();
    refused = 0;
  }

  return {
    /** @throws {AppError} `unavailable` while memory is short, and once the server is about to stop */
    requireRoom(): void {
      if (!closed && !isFull()) return;
      if (!closed) tell();
      throw new AppError("unavailable", { seconds: RETRY_AFTER });
    },

    /** From now on nobody comes in. */
    close(): void {
      closed = true;
    },
  };
}

export type Admission = ReturnType<typeof createAdmission>;

/** Memory this process may use, in bytes: the machine's, or less where its control group says so. */
function machineMemory(): number {
  const { total } = Deno.systemMemoryInfo();
  const limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"].map(readNumber);
  return Math.min(total, ...limits.filter((bytes) => bytes > 0));
}

/** The number a file holds; NaN for none, such as the "max" of an unlimited group. */
function readNumber(path: string): number {
  try {
    return Number(Deno.readTextFileSync(path));
  } catch {
    return NaN;
  }
}
