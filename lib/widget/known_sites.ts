import type { Row } from "@/db/schema.ts";
import * as sites from "@/db/sites.ts";
import type { SiteName, SiteRow } from "@/db/sites.ts";
import type { Store } from "@/db/store.ts";
import { SiteLimits, SiteLook } from "@/lib/protocol/sites.ts";
import type { SiteMode } from "@/lib/protocol/sites.ts";
import { entriesFor } from "./domains.ts";
import { hashSecret } from "./keys.ts";
import type { Seal } from "./keys.ts";

/** A site that shows a chat, as whoever comes from it is dealt with. */
export interface KnownSite {
  readonly id: number;
  readonly workspace_id: number;
  /** As its pages call it: “st_…”. */
  readonly site_id: string;
  /** “pk_…” */
  readonly site_key: string;
  readonly name: string;
  /** Entries as `parseDomain` gives them. */
  readonly domains: readonly string[];
  readonly mode: SiteMode;
  /** Its own room, if there ever was one. */
  readonly conversation_id: number | null;
  readonly primary_color: string;
  readonly locked: boolean;
  readonly require_verified: boolean;
  readonly look: SiteLook;
  readonly limits: SiteLimits;
}

/** Above this many sites the least lately read is read anew. */
const KEPT_MAX = 1000;

/**
 * The sites that show a chat, found by what a request names them with. One that is revoked or removed is not there.
 * Rows come from the database each time, or unchanged from what is kept of it; only what was made of them is kept here.
 */
export function createKnownSites({ store, seal }: { store: Store; seal: Seal }) {
  const made = new Map<number, { updated_at: number; site: KnownSite }>();
  let everywhere: Promise<ReadonlySet<string>> | null = null;

  async function find<Name extends SiteName>(
    by: Name,
    value: Row<"sites">[Name],
  ): Promise<KnownSite | null> {
    const row = await store.get(sites.known(by, value));
    return row ? toKnown(row) : null;
  }

  function toKnown(row: SiteRow): KnownSite {
    const known = made.get(row.id);
    if (known?.updated_at === row.updated_at) return known.site;
    const site = readSite(row);
    made.delete(row.id);
    made.set(row.id, { updated_at: row.updated_at, site });
    if (made.size > KEPT_MAX) made.delete(made.keys().next().value!);
    return site;
  }

  /** Whether a page of that origin belongs to any site: for who asks before saying which. */
  async function isListedAnywhere(origin: string): Promise<boolean> {
    const asked = everywhere ??= all();
    // What failed once is asked for again.
    asked.catch(() => everywhere = null);
    const entries = await asked;
    return entriesFor(origin).some((entry) => entries.has(entry));
  }

  async function all(): Promise<ReadonlySet<string>> {
    const rows = await store.all(sites.allDomains());
    return new Set(rows.flatMap(({ domains }) => JSON.parse(domains) as string[]));
  }

  /** The secret key of a site, to check its signatures with; null where it has to be made anew. */
  async function secretOf({ id, site_id }: Pick<KnownSite, "id" | "site_id">): Promise<string | null> {
    const row = await store.get(sites.known("id", id));
    return row ? await seal.open(row.secret_sealed, site_id) : null;
  }

  return {
    byId: (id: number) => find("id", id),
    bySiteId: (site_id: string) => find("public_id", site_id),
    byKey: (site_key: string) => find("site_key", site_key),
    bySecret: (secret: string) => find("secret_hash", hashSecret(secret)),
    isListedAnywhere,
    secretOf,
    /** Something of a site was changed. */
    forget(): void {
      everywhere = null;
    },
  };
}

export type KnownSites = ReturnType<typeof createKnownSites>;

/** What a row says. Settings that came later than the row have their defaults. */
export function readSite(row: SiteRow): KnownSite {
  return {
    id: row.id,
    workspace_id: row.workspace_id,
    site_id: row.public_id,
    site_key: row.site_key,
    name: row.name,
    domains: JSON.parse(row.domains),
    mode: row.mode,
    conversation_id: row.conversation_id,
    primary_color: row.primary_color,
    locked: row.locked === 1,
    require_verified: row.require_verified === 1,
    look: SiteLook.parse(JSON.parse(row.look)),
    limits: SiteLimits.parse(JSON.parse(row.limits)),
  };
}
