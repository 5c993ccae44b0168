import * as audit from "@/db/audit.ts";
import * as changes from "@/db/changes.ts";
import * as conversations from "@/db/conversations.ts";
import * as memberships from "@/db/memberships.ts";
import * as sites from "@/db/sites.ts";
import type { SiteRow } from "@/db/sites.ts";
import type { Statement, Store } from "@/db/store.ts";
import { isStaff } from "@/lib/chat/actor.ts";
import type { Actor } from "@/lib/chat/actor.ts";
import { twice } from "@/lib/chat/commit.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import type { ChangeSite, CreateSite, RotateKey, Site, SiteWithSecret } from "@/lib/protocol/sites.ts";
import { auditDetails, decide, differences } from "./drafts.ts";
import type { Decided } from "./drafts.ts";
import { createSeal, hashSecret, newSecretKey, newSiteId, newSiteKey } from "./keys.ts";
import { createKnownSites } from "./known_sites.ts";
import { makeRoom, toSite } from "./site_rows.ts";
import { createTraffic } from "./traffic.ts";

export interface SitesDeps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
  /** The installation's own secret: those of sites are sealed with a key derived from it. */
  readonly secret: string;
  /** Told when who comes from a site has to come again, since what lets them in has changed. */
  readonly onAccessChanged?: (site: { readonly id: number; readonly workspace_id: number }) => void;
}

/** What of a site decides who gets in, where to, and whether they may write there. */
const ACCESS: readonly (keyof Decided)[] = ["domains", "mode", "require_verified", "revoked_at", "locked"];

/** Other people's sites that show a chat, as the admins of a workspace keep them. Every act leaves an audit record. */
export function createSites({ store, now, nextId, secret, onAccessChanged = () => {} }: SitesDeps) {
  const seal = createSeal(secret);
  const known = createKnownSites({ store, seal });
  const traffic = createTraffic({ store, now });

  /** A site and its secret key, which is told this once. @throws AppError `forbidden`, `domain_invalid` */
  async function create(actor: Actor, input: CreateSite, ip: string): Promise<SiteWithSecret> {
    requireStaff(actor);
    const id = nextId(), at = now();
    const { workspace_id } = actor;
    const public_id = newSiteId();
    const { secret_key, columns } = await newSecret(public_id, at);
    const decided = decide(input);
    const room = decided.mode === "room" ? makeRoom(nextId(), actor, { id, name: decided.name }, at) : null;
    await commit(actor, { id, action: "site.create", details: { name: decided.name }, ip, at }, [
      ...room?.statements ?? [],
      sites.insert({
        ...{ id, workspace_id, public_id, site_key: newSiteKey(), ...columns, ...decided },
        ...{ conversation_id: room?.id ?? null, created_by: actor.id, created_at: at, updated_at: at },
      }),
    ], "created");
    return { ...await get(actor, public_id), secret_key };
  }

  /** The sites of the workspace, the newest first. @throws AppError `forbidden` */
  async function list(
    actor: Actor,
    { before, limit }: { before?: string; limit: number },
  ): Promise<{ sites: Site[]; more: boolean }> {
    requireStaff(actor);
    // One more than wanted tells whether there are more.
    const rows = await store.all(sites.list(actor.workspace_id, { before, limit: limit + 1 }));
    const shown = await Promise.all(rows.slice(0, limit).map(show));
    return { sites: shown, more: rows.length > limit };
  }

  /** One of them. @throws AppError `forbidden`, `not_found` */
  async function get(actor: Actor, site_id: string): Promise<Site> {
    return await show(await find(actor, site_id));
  }

  /**
   * Changes what is given and leaves the rest. Revoking shuts it out until it is taken back.
   * @throws AppError `forbidden`, `not_found`, `domain_invalid`, `conflict`
   * @throws {z.ZodError} for what `look` or `limits` would become
   */
  async function change(actor: Actor, site_id: string, input: ChangeSite, ip: string): Promise<Site> {
    await twice(async () => {
      const row = await find(actor, site_id);
      const at = now();
      const decided = differences(row, input, at);
      if (Object.keys(decided).length === 0) return;
      const needs_room = decided.mode === "room" && row.conversation_id === null;
      const { name = row.name } = decided;
      const room = needs_room ? makeRoom(nextId(), actor, { id: row.id, name }, at) : null;
      const act = { id: row.id, action: actionOf(decided), details: auditDetails(row, decided), ip, at };
      await commit(actor, act, [
        ...room?.statements ?? [],
        sites.update(row, { ...decided, ...stamp(row, at), ...room && { conversation_id: room.id } }),
        // The room goes by the site's name.
        ...decided.name !== undefined && row.conversation_id !== null
          ? [conversations.describe(row.conversation_id, { name })]
          : [],
      ], "changed");
      if (ACCESS.some((name) => name in decided)) onAccessChanged(row);
    });
    return await get(actor, site_id);
  }

  /**
   * Takes a site away: its pages and visitors are refused from then on. What was said stays, for the workspace.
   * @throws AppError `forbidden`, `not_found`, `conflict`
   */
  async function remove(actor: Actor, site_id: string, ip: string): Promise<void> {
    await twice(async () => {
      const row = await find(actor, site_id);
      const at = now();
      const act = { id: row.id, action: "site.delete", details: { name: row.name }, ip, at };
      await commit(actor, act, [
        sites.update(row, { deleted_at: at, deleted_by: actor.id, ...stamp(row, at) }),
      ], "deleted");
      onAccessChanged(row);
    });
  }

  /**
   * A new key in place of the old one, which is refused from then on. The secret is told this once; the id in the
   * site's pages stays as it is.
   * @throws AppError `forbidden`, `not_found`, `conflict`
   */
  async function rotate(
    actor: Actor,
    site_id: string,
    key: RotateKey["key"],
    ip: string,
  ): Promise<Site | SiteWithSecret> {
    const secret_key = await twice(async () => {
      const row = await find(actor, site_id);
      const at = now();
      const fresh = key === "secret" ? await newSecret(site_id, at) : null;
      const act = { id: row.id, action: `site.rotate_${key}`, details: { name: row.name }, ip, at };
      await commit(actor, act, [
        sites.update(row, { ...fresh?.columns ?? { site_key: newSiteKey() }, ...stamp(row, at) }),
      ], "changed");
      // Who came in by what was signed with it is asked anew.
      if (fresh) onAccessChanged(row);
      return fresh?.secret_key;
    });
    const site = await get(actor, site_id);
    return secret_key === undefined ? site : { ...site, secret_key };
  }

  async function newSecret(public_id: string, at: number) {
    const secret_key = newSecretKey();
    const secret_sealed = await seal.close(secret_key, public_id);
    return {
      secret_key,
      columns: { secret_hash: hashSecret(secret_key), secret_sealed, secret_created_at: at },
    };
  }

  /** A site of the actor's workspace. @throws AppError `forbidden` unless staff, `not_found` */
  async function find(actor: Actor, site_id: string): Promise<SiteRow> {
    requireStaff(actor);
    const row = await store.get(sites.find(actor.workspace_id, site_id));
    if (!row) throw new AppError("not_found");
    return row;
  }

  /** Commits an act with its records; undone where the actor is no admin any more. */
  async function commit(
    { id: actor_id, workspace_id, role }: Actor,
    { id, action, details, ip, at }: SiteAct,
    statements: readonly Statement[],
    verb: "created" | "changed" | "deleted",
  ): Promise<void> {
    const record = { workspace_id, actor_id, created_at: at, entity: "site", entity_id: id };
    await store.batch([
      memberships.hasRole(workspace_id, actor_id, role!),
      ...statements,
      changes.append({ ...record, verb }),
      audit.append({ ...record, id: nextId(), action, details: JSON.stringify(details), ip }),
    ]);
    known.forget();
  }

  async function show(row: SiteRow): Promise<Site> {
    return toSite(row, await traffic.of(row));
  }

  return { create, list, get, change, remove, rotate, known };
}

export type Sites = ReturnType<typeof createSites>;

interface SiteAct {
  readonly id: number;
  readonly action: string;
  readonly details: Record<string, unknown>;
  readonly ip: string;
  readonly at: number;
}

/** Never the same twice, however fast one change follows another: what was made of a row is kept by it. */
function stamp({ updated_at }: SiteRow, at: number): { updated_at: number } {
  return { updated_at: Math.max(at, updated_at + 1) };
}

function actionOf({ revoked_at }: Partial<Decided>): string {
  if (revoked_at === undefined) return "site.change";
  return revoked_at === null ? "site.restore" : "site.revoke";
}

function requireStaff(actor: Actor): void {
  if (!isStaff(actor)) throw new AppError("forbidden");
}
