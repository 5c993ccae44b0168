import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { addressKey } from "@/lib/web/rate_limit.ts";
import type { Claim, RateLimiter, Rule } from "@/lib/web/rate_limit.ts";
import type { KnownSite, KnownSites } from "./known_sites.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/**
 * What visitors send: by which settings it is counted, in what time, and how many of it for one that is set. Another
 * text for a message is a message, since whoever reads is shown both alike, and an edit of an edit could go on for ever.
 * A reaction, set or taken back, costs those who read less; it has a count of its own, so that no message is lost by it.
 */
const SENT = {
  messages: { setting: "messages", span: MINUTE, times: 1 },
  reactions: { setting: "messages", span: MINUTE, times: 3 },
  uploads: { setting: "uploads", span: HOUR, times: 1 },
} as const;
export type Sent = keyof typeof SENT;

/** Visits that are begun from one address, of whoever: each costs a signature, and thousands may be behind one. */
const ARRIVING: Rule = { name: "arriving", burst: 600, every: 100 };

interface Deps {
  readonly limiter: RateLimiter;
  readonly sites: Pick<KnownSites, "byId">;
}

type Limited = Pick<KnownSite, "id" | "limits">;

/**
 * How much visitors of a site may send, as its admins set it: counted by visitor, by address and by site at once, so
 * that what one of them refuses counts for none. Of a site's own server, which speaks for many visitors, the address
 * is null and counts for nothing.
 */
export function createSiteLimiter({ limiter, sites }: Deps) {
  /** Counts a visit that is begun. @throws AppError `rate_limited` */
  function arrive(ip: string | null): void {
    if (ip !== null) limiter.limit(ARRIVING, addressKey(ip));
  }

  /** Counts somebody new. @throws AppError `rate_limited` */
  function visit({ id, limits }: Limited, ip: string | null): void {
    require(limiter.takeAll([
      ...ip === null ? [] : [claim("sessions_ip", limits.sessions_ip, HOUR, `${id} ${addressKey(ip)}`)],
      claim("sessions_site", limits.sessions_site, HOUR, `${id}`),
    ]));
  }

  /** Counts what somebody sends, if they are a visitor: 0, or the milliseconds to wait. */
  async function count(what: Sent, actor: Actor, ip: string | null): Promise<number> {
    if (actor.site_id === undefined) return 0;
    const site = await sites.byId(actor.site_id);
    // Cut off meanwhile, which is said by whoever asks whether they may.
    return site === null ? 0 : limiter.takeAll(claimsOf(what, site, actor, ip));
  }

  /** The same. @throws AppError `rate_limited` */
  async function requirePace(what: Sent, actor: Actor, ip: string | null): Promise<void> {
    require(await count(what, actor, ip));
  }

  return { arrive, visit, count, requirePace };
}

export type SiteLimiter = ReturnType<typeof createSiteLimiter>;

function claimsOf(what: Sent, { id, limits }: Limited, actor: Actor, ip: string | null): Claim[] {
  const { setting, span, times } = SENT[what];
  const one = (by: "guest" | "ip" | "site", key: string) =>
    claim(`${what}_${by}`, limits[`${setting}_${by}`] * times, span, key);
  return [
    one("guest", `${actor.id}`),
    ...ip === null ? [] : [one("ip", `${id} ${addressKey(ip)}`)],
    one("site", `${id}`),
  ];
}

/** So many in a time, of which all may come at once. */
function claim(name: string, burst: number, span: number, key: string): Claim {
  return { rule: { name: `site_${name}`, burst, every: span / burst, kept: true }, key };
}

function require(wait: number): void {
  if (wait > 0) throw new AppError("rate_limited", { seconds: Math.ceil(wait / 1000) });
}
