import { AppError } from "@/lib/protocol/errors.ts";

/** How often something may happen: `burst` at once, then one every `every` milliseconds. */
export interface Rule {
  /** Keys of different rules do not meet. */
  readonly name: string;
  readonly burst: number;
  readonly every: number;
  /** An admin set it: it is meant as it is set, and holds across a restart. */
  readonly kept?: true;
}

/** An act of somebody under a rule. */
export interface Claim {
  readonly rule: Rule;
  readonly key: string;
}

/** Where a key of a rule stands: when it will have used up what it took, in epoch milliseconds. */
export interface Stand {
  /** Its name. */
  readonly rule: string;
  readonly key: string;
  readonly arrival: number;
}

export interface RateLimiter {
  /**
   * Counts one act of `key` if it may happen now.
   * @returns 0, or the milliseconds to wait when it may not: then nothing is counted.
   */
  take(rule: Rule, key: string): number;
  /** The same under several rules: counts under all of them, or under none where one of them says to wait. */
  takeAll(claims: readonly Claim[]): number;
  /** The same. @throws {AppError} `rate_limited` with the `seconds` to wait. */
  limit(rule: Rule, key: string): void;
  /** Forgets what a key did. */
  forgive(rule: Rule, key: string): void;
  /** Takes up where keys stood, the least lately used first. */
  restore(stands: readonly Stand[]): void;
}

export interface RateLimiterOptions {
  readonly now: () => number;
  /** Multiplies every limit: so many times the burst, as many times as often. */
  readonly factor?: number;
  /** Most keys remembered of a rule; the least lately used are forgotten first. */
  readonly keys?: number;
  /** Told of each refusal, for figures. */
  readonly onLimited?: (rule: Rule) => void;
  /** Told where a key of a rule that is kept stands now. */
  readonly onKept?: (stand: Stand) => void;
}

/**
 * Rate limits in memory, by the generic cell rate algorithm (ITU-T I.371): a key is one number, the time at
 * which it will have used up what it took. Nothing runs between calls, and what has passed costs nothing.
 */
export function createRateLimiter(
  { now, factor = 1, keys = 50_000, onLimited, onKept }: RateLimiterOptions,
): RateLimiter {
  const rules = new Map<string, Map<string, number>>();

  function takeAll(claims: readonly Claim[]): number {
    const at = now();
    const waits = claims.map((claim) => waitOf(claim, at));
    const wait = Math.max(0, ...waits);
    if (wait === 0) claims.forEach((claim) => count(claim, at));
    else claims.forEach(({ rule }, i) => waits[i]! > 0 && onLimited?.(rule));
    return wait;
  }

  /** How long until it may happen, in milliseconds. */
  function waitOf({ rule, key }: Claim, at: number): number {
    const { burst, every } = scaled(rule);
    const wait = arrivalOf({ rule, key }, at) + every - (at + burst * every);
    // Half a millisecond forgives the rounding of epoch milliseconds.
    return wait > 0.5 ? wait : 0;
  }

  function count({ rule, key }: Claim, at: number): void {
    const arrivals = arrivalsOf(rule.name);
    const arrival = arrivalOf({ rule, key }, at) + scaled(rule).every;
    // Set anew, so that the map's order is the order of last use.
    arrivals.delete(key);
    arrivals.set(key, arrival);
    if (arrivals.size > keys) shrink(arrivals, at);
    if (rule.kept) onKept?.({ rule: rule.name, key, arrival });
  }

  function arrivalOf({ rule, key }: Claim, at: number): number {
    return Math.max(arrivalsOf(rule.name).get(key) ?? 0, at);
  }

  function scaled({ burst, every, kept }: Rule): { burst: number; every: number } {
    return kept ? { burst, every } : { burst: Math.max(1, burst * factor), every: every / factor };
  }

  const take = (rule: Rule, key: string) => takeAll([{ rule, key }]);

  function arrivalsOf(name: string): Map<string, number> {
    let arrivals = rules.get(name);
    if (!arrivals) rules.set(name, arrivals = new Map());
    return arrivals;
  }

  return {
    take,
    takeAll,
    limit(rule, key) {
      const wait = take(rule, key);
      if (wait > 0) throw new AppError("rate_limited", { seconds: Math.ceil(wait / 1000) });
    },
    forgive: (rule, key) => void rules.get(rule.name)?.delete(key),
    restore(stands) {
      for (const { rule, key, arrival } of stands) arrivalsOf(rule).set(key, arrival);
    },
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
