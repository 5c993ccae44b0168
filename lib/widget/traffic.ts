import { firstAt, timeOf } from "@/db/ids.ts";
import * as sites from "@/db/sites.ts";
import type { SiteRow } from "@/db/sites.ts";
import type { Store } from "@/db/store.ts";
import type { Site } from "@/lib/protocol/sites.ts";

const DAY = 24 * 60 * 60 * 1000;
/** What is older than this is counted once: by then everything with an id from that time is committed. */
const SETTLED = 60_000;

/** What was counted of a site below an id. */
interface Settled {
  readonly below: number;
  readonly messages: number;
  readonly guests: number;
  readonly last_id: number | null;
}

/** What comes from sites, in figures. What was counted once is not counted again: only what came since. */
export function createTraffic({ store, now }: { store: Store; now: () => number }) {
  const settled = new Map<number, Settled>();

  async function of(site: Pick<SiteRow, "id" | "workspace_id">): Promise<Site["traffic"]> {
    const since = now() - DAY;
    const before = await settle(site);
    const [newer, guests, day, seen] = await Promise.all([
      store.get(sites.countMessages(site, { from: before.below })),
      store.get(sites.countGuests(site.id, { from: before.below })),
      store.get(sites.countMessages(site, { from: firstAt(since) })),
      store.get(sites.countSeen(site.id, since)),
    ]);
    const last_id = newer!.last_id ?? before.last_id;
    return {
      messages_day: day!.count,
      messages_total: before.messages + newer!.count,
      guests_day: seen!.count,
      guests_total: before.guests + guests!.count,
      last_message_at: last_id === null ? null : new Date(timeOf(last_id)).toISOString(),
    };
  }

  async function settle(site: Pick<SiteRow, "id" | "workspace_id">): Promise<Settled> {
    const known = settled.get(site.id) ?? { below: 0, messages: 0, guests: 0, last_id: null };
    const between = { from: known.below, below: Math.max(known.below, firstAt(now() - SETTLED)) };
    const [messages, guests] = await Promise.all([
      store.get(sites.countMessages(site, between)),
      store.get(sites.countGuests(site.id, between)),
    ]);
    const counted = {
      below: between.below,
      messages: known.messages + messages!.count,
      guests: known.guests + guests!.count,
      last_id: messages!.last_id ?? known.last_id,
    };
    settled.set(site.id, counted);
    return counted;
  }

  return { of };
}
