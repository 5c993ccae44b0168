import { z } from "zod";
import type { NewRow } from "@/db/schema.ts";
import type { SiteRow } from "@/db/sites.ts";
import type { ChangeSite, CreateSite } from "@/lib/protocol/sites.ts";
import { SiteLimits, SiteLook } from "@/lib/protocol/sites.ts";
import { parseDomains } from "./domains.ts";

/** What admins decide of a site, as its row has it. */
export type Decided = Required<
  Pick<
    NewRow<"sites">,
    | "name"
    | "domains"
    | "mode"
    | "primary_color"
    | "look"
    | "limits"
    | "locked"
    | "require_verified"
    | "revoked_at"
  >
>;

/** What a new site is. @throws {AppError} `domain_invalid` */
export function decide({ title, look, limits, ...site }: CreateSite): Decided {
  return {
    name: site.name,
    domains: JSON.stringify(parseDomains(site.domains)),
    mode: site.mode,
    primary_color: site.primary_color,
    look: JSON.stringify({ ...look, ...title !== undefined && { title } }),
    limits: JSON.stringify(limits),
    locked: site.locked ? 1 : 0,
    require_verified: site.require_verified ? 1 : 0,
    revoked_at: null,
  };
}

/** Parsed together, so that what is wrong is named by its whole path. */
const Settings = z.object({ look: SiteLook, limits: SiteLimits });

/**
 * What of a site becomes different; nothing of what is left out or already so. `look` and `limits` are merged
 * into what they were and validated as a whole.
 * @throws {AppError} `domain_invalid`
 * @throws {z.ZodError} for what `look` or `limits` would become
 */
export function differences(row: SiteRow, change: ChangeSite, at: number): Partial<Decided> {
  const { title, domains, locked, require_verified, revoked, look: _, limits: __, ...plain } = change;
  const { look, limits } = Settings.parse(merged(row, change));
  const decided: Partial<Decided> = {
    ...plain,
    ...domains && { domains: JSON.stringify(parseDomains(domains)) },
    ...locked !== undefined && { locked: locked ? 1 : 0 },
    ...require_verified !== undefined && { require_verified: require_verified ? 1 : 0 },
    ...revoked !== undefined && { revoked_at: revoked ? row.revoked_at ?? at : null },
    ...(change.look || title !== undefined) && { look: JSON.stringify(look) },
    ...change.limits && { limits: JSON.stringify(limits) },
  };
  return Object.fromEntries(
    Object.entries(decided).filter(([name, value]) =>
      value !== undefined && value !== row[name as keyof Decided]
    ),
  );
}

function merged(row: SiteRow, { look = {}, limits = {}, title }: ChangeSite) {
  const was = SiteLook.parse(JSON.parse(row.look));
  const within = (part: "prechat" | "offline") =>
    isRecord(look[part]) ? { [part]: { ...was[part], ...look[part] } } : {};
  return {
    look: {
      ...was,
      ...look,
      ...within("prechat"),
      ...within("offline"),
      ...title !== undefined && { title },
    },
    limits: { ...SiteLimits.parse(JSON.parse(row.limits)), ...limits },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the audit keeps of a change: from what to what, and of texts and limits only which. */
export function auditDetails(row: SiteRow, changes: Partial<Decided>): Record<string, unknown> {
  const told = Object.entries(changes).map(([name, to]) => {
    const from = row[name as keyof Decided];
    if (name === "domains") return [name, { from: JSON.parse(`${from}`), to: JSON.parse(`${to}`) }];
    if (name !== "look" && name !== "limits") return [name, { from, to }];
    const [was, is] = [JSON.parse(`${from}`), JSON.parse(`${to}`)];
    const keys = Object.keys(is).filter((key) => JSON.stringify(is[key]) !== JSON.stringify(was[key]));
    return [name, keys];
  });
  return Object.fromEntries(told);
}
