import { AppError } from "@/lib/protocol/errors.ts";

/** How often something may happen: `burst` at once, then one every `every` milliseconds. */
export interface Rule {
  /** Keys of different rules do not meet. */
  readonly name: string;
  readonly burst: number;
  readonly every: number;
}

export interface RateLimiter {
  /**
   * Counts one act of `key` if it may happen now.
   * @returns 0, or the milliseconds to wait when it may not: then nothing is counted.
   */
  take(rule: Rule, key: string): number;
  /** The same. @throws {AppError} `rate_limited` with the `seconds` to wait. */
  limit(rule: Rule, key: string): void;
  /** Forgets what a key did. */
  forgive(rule: Rule, key: string): void;
}

export interface RateLimiterOptions {
  readonly now: () => number;
  /** Multiplies every limit: so many times the burst, as many times as often. */
  readonly factor?: number;
  /** Most keys remembered of a rule; the least lately used are forgotten first. */
  readonly keys?: number;
  /** Told of each refusal, for figures. */
  readonly onLimited?: (rule: Rule) => void;
}

/**
 * Rate limits in memory, by the generic cell rate algorithm (ITU-T I.371): a key is one number, the time at
 * which it will have used up what it took. Nothing runs between calls, and what has passed costs nothing.
 */
export function createRateLimiter(
  { now, factor = 1, keys = 50_000, onLimited }: RateLimiterOptions,
): RateLimiter {
  const rules = new Map<string, Map<string, number>>();

  function take(rule: Rule, key: string): number {
    const arrivals = arrivalsOf(rule);
    const at = now();
    const every = rule.every / factor;
    const burst = Math.max(1, rule.burst * factor);
    const arrival = Math.max(arrivals.get(key) ?? 0, at);
    const wait = arrival + every - (at + burst * every);
    // Half a millisecond forgives the rounding of epoch milliseconds.
    if (wait > 0.5) {
      onLimited?.(rule);
      return wait;
    }
    // Set anew, so that the map's order is the order of last use.
    arrivals.delete(key);
    arrivals.set(key, arrival + every);
    if (arrivals.size > keys) shrink(arrivals, at);
    return 0;
  }

  function arrivalsOf({ name }: Rule): Map<string, number> {
    let arrivals = rules.get(name);
    if (!arrivals) rules.set(name, arrivals = new Map());
    return arrivals;
  }

  return {
    take,
    limit(rule, key) {
      const wait = take(rule, key);
      if (wait > 0) throw new AppError("rate_limited", { seconds: Math.ceil(wait / 1000) });
    },
    forgive: (rule, key) => void rules.get(rule.name)?.delete(key),
  };
}

/** Drops what has passed among the oldest few, and the oldest in any case. */
function shrink(arrivals: Map<string, number>, at: number): void {
  let looked = 0;
  for (const [key, arrival] of arrivals) {
    if (looked > 0 && arrival > at) break;
    arrivals.delete(key);
    if (++looked >= 16) break;
  }
}

/**
 * Who counts as one sender: an IPv4 address, or the /64 of an IPv6 one, since a single customer is given
 * that many addresses.
 */
export function addressKey(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!ip.includes(":")) return ip;
  const [head = "", tail] = ip.toLowerCase().split("%")[0]!.split("::");
  const groups = head === "" ? [] : head.split(":");
  if (tail !== undefined) {
    const after = tail === "" ? 0 : tail.split(":").length;
    while (groups.length + after < 8) groups.push("0");
  }
  return groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":") + "::/64";
}
