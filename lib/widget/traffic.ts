import { firstAt, timeOf } from "@/db/ids.ts";
import * as sites from "@/db/sites.ts";
import type { SiteRow } from "@/db/sites.ts";
import type { Query, Store } from "@/db/store.ts";
import type { Site } from "@/lib/protocol/sites.ts";

const DAY = 24 * 60 * 60 * 1000;
/** What is older than this is counted once: by then everything with an id from that time is committed. */
const SETTLED = 60_000;

type Counted = Pick<SiteRow, "id" | "workspace_id">;
type Count = (site: Counted, between: { from: number; below?: number }) => Query<{ count: number }>;

/** What comes from sites, in figures. What was counted once is not counted again: only what came since. */
export function createTraffic({ store, now }: { store: Store; now: () => number }) {
  const messages = total(sites.countMessages);
  const guests = total(({ id }, between) => sites.countGuests(id, between));
  const inGlobal = total(sites.countInGlobal);

  /** How many there are of a site, by ids that grow with time. */
  function total(count: Count): (site: Counted) => Promise<number> {
    const settled = new Map<number, { readonly below: number; readonly count: number }>();
    const ask = async (site: Counted, between: { from: number; below?: number }) =>
      (await store.get(count(site, between)))!.count;

    return async (site) => {
      const known = settled.get(site.id) ?? { below: 0, count: 0 };
      const below = Math.max(known.below, firstAt(now() - SETTLED));
      const older = known.count + await ask(site, { from: known.below, below });
      settled.set(site.id, { below, count: older });
      return older + await ask(site, { from: below });
    };
  }

  async function of(site: Counted): Promise<Site["traffic"]> {
    const since = now() - DAY;
    const [messages_total, guests_total, day, seen, last] = await Promise.all([
      messages(site),
      guests(site),
      store.get(sites.countMessages(site, { from: firstAt(since) })),
      store.get(sites.countSeen(site.id, since)),
      store.get(sites.lastMessage(site)),
    ]);
    return {
      messages_day: day!.count,
      messages_total,
      guests_day: seen!.count,
      guests_total,
      last_message_at: last ? new Date(timeOf(last.id)).toISOString() : null,
    };
  }

  /** Everything that was said through a site, by whomever: see `db/sites.messageIds`. */
  async function said(site: Counted): Promise<number> {
    const own = await store.get(sites.countOwn(site));
    return own!.count + await inGlobal(site);
  }

  return { of, said };
}
