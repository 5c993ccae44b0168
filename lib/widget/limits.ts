import type { Actor } from "@/lib/chat/actor.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { SiteLimits } from "@/lib/protocol/sites.ts";
import { addressKey } from "@/lib/web/rate_limit.ts";
import type { Claim, RateLimiter, Rule } from "@/lib/web/rate_limit.ts";
import type { KnownSite, KnownSites } from "./known_sites.ts";

const MINUTE = 60 * 1000;
const HOUR = 60 * MINUTE;

/** Reactions cost those who read less than messages do: so many may come in the time of one. */
const REACTIONS_PER_MESSAGE = 3;
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
      ...ip === null ? [] : [claim("sessions_ip", limits, HOUR, `${id} ${addressKey(ip)}`)],
      claim("sessions_site", limits, HOUR, `${id}`),
    ]));
  }

  /**
   * Counts a message, or another text for one, if it is a visitor's: 0, or the milliseconds to wait. Whoever reads is
   * shown both alike, and an edit of an edit could go on for ever.
   */
  async function message(actor: Actor, ip: string | null): Promise<number> {
    return await take(actor, (site) => messageClaims(site, actor, ip));
  }

  /** The same. @throws AppError `rate_limited` */
  async function requireMessage(actor: Actor, ip: string | null): Promise<void> {
    require(await message(actor, ip));
  }

  /** Counts a reaction that a visitor sets or takes back: 0, or the milliseconds to wait. No message is lost by it. */
  async function reaction(actor: Actor, ip: string | null): Promise<number> {
    return await take(
      actor,
      (site) =>
        messageClaims(site, actor, ip).map(({ rule: { name, burst, every }, key }) => ({
          rule: {
            name: name.replace("messages", "reactions"),
            burst: burst * REACTIONS_PER_MESSAGE,
            every: every / REACTIONS_PER_MESSAGE,
            kept: true,
          },
          key,
        })),
    );
  }

  /** The same. @throws AppError `rate_limited` */
  async function requireReaction(actor: Actor, ip: string | null): Promise<void> {
    require(await reaction(actor, ip));
  }

  /** Counts an upload, if a visitor sends it. @throws AppError `rate_limited` */
  async function requireUpload(actor: Actor, ip: string): Promise<void> {
    require(
      await take(actor, (site) => [
        claim("uploads_guest", site.limits, HOUR, `${actor.id}`),
        claim("uploads_ip", site.limits, HOUR, `${site.id} ${addressKey(ip)}`),
        claim("uploads_site", site.limits, HOUR, `${site.id}`),
      ]),
    );
  }

  async function take({ site_id }: Actor, claims: (site: Limited) => Claim[]): Promise<number> {
    if (site_id === undefined) return 0;
    const site = await sites.byId(site_id);
    // Cut off meanwhile, which is said by whoever asks whether they may.
    return site === null ? 0 : limiter.takeAll(claims(site));
  }

  return { arrive, visit, message, requireMessage, reaction, requireReaction, requireUpload };
}

export type SiteLimiter = ReturnType<typeof createSiteLimiter>;

function messageClaims({ id, limits }: Limited, actor: Actor, ip: string | null): Claim[] {
  return [
    claim("messages_guest", limits, MINUTE, `${actor.id}`),
    ...ip === null ? [] : [claim("messages_ip", limits, MINUTE, `${id} ${addressKey(ip)}`)],
    claim("messages_site", limits, MINUTE, `${id}`),
  ];
}

/** So many in a time, of which all may come at once. */
function claim(name: keyof SiteLimits, limits: SiteLimits, span: number, key: string): Claim {
  const burst = limits[name];
  return { rule: { name: `site_${name}`, burst, every: span / burst, kept: true }, key };
}

function require(wait: number): void {
  if (wait > 0) throw new AppError("rate_limited", { seconds: Math.ceil(wait / 1000) });
}
