import { defaultRanks } from "@/lib/i18n/ranks.ts";
import { isLocale } from "@/lib/i18n/mod.ts";
import { AppError } from "@/lib/protocol/errors.ts";
import { WorkspaceSettings } from "@/lib/protocol/settings.ts";
import type { RankTier } from "@/lib/protocol/settings.ts";
import * as audit from "@/db/audit.ts";
import * as memberships from "@/db/memberships.ts";
import * as reactions from "@/db/reactions.ts";
import * as workspaces from "@/db/workspaces.ts";
import type { Store } from "@/db/store.ts";
import { isStaff } from "./actor.ts";
import type { Actor } from "./actor.ts";

/** The ranks of a workspace, lowest first. */
export type Tiers = readonly RankTier[];

/** The rank that a score has reached; null for whoever has no score, or less than the lowest takes. */
export function rankOf(score: number | null, tiers: Tiers): string | null {
  if (score === null) return null;
  return tiers.findLast(({ min }) => score >= min)?.name ?? null;
}

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly nextId: () => number;
}

/**
 * Scores and what they are called. The ranks of a workspace are read once and then kept, since every shown
 * person has one: whoever changes them does it here.
 */
export function createRanks({ store, now, nextId }: Deps) {
  const known = new Map<number, Promise<Tiers>>();

  /** The ranks of a workspace. */
  function of(workspace_id: number): Promise<Tiers> {
    let tiers = known.get(workspace_id);
    if (!tiers) {
      known.set(workspace_id, tiers = load(workspace_id));
      // What failed once is asked for again.
      tiers.catch(() => known.delete(workspace_id));
    }
    return tiers;
  }

  async function load(workspace_id: number): Promise<Tiers> {
    const row = await store.get(workspaces.settings(workspace_id));
    const own = row && WorkspaceSettings.safeParse(JSON.parse(row.settings)).data?.rank_tiers;
    return own ?? defaultRanks(row && isLocale(row.language) ? row.language : "fa");
  }

  /**
   * Names other ranks, or with null the usual ones again. Seen with whatever is shown from then on.
   * @throws AppError `forbidden` unless staff, `conflict`
   */
  async function change(actor: Actor, rank_tiers: Tiers | null, ip: string): Promise<Tiers> {
    if (!isStaff(actor)) throw new AppError("forbidden");
    const { workspace_id } = actor;
    const row = await store.get(workspaces.settings(workspace_id));
    if (!row) throw new AppError("not_found");
    const settings = { ...JSON.parse(row.settings), rank_tiers: rank_tiers ?? undefined };
    await store.batch([
      memberships.hasRole(workspace_id, actor.id, actor.role!),
      workspaces.replaceSettings(workspace_id, row.settings, JSON.stringify(settings)),
      audit.append({
        id: nextId(),
        workspace_id,
        actor_id: actor.id,
        action: "settings.rank_tiers",
        entity: "workspace",
        entity_id: workspace_id,
        details: JSON.stringify({ rank_tiers }),
        ip,
        created_at: now(),
      }),
    ]);
    known.delete(workspace_id);
    return await of(workspace_id);
  }

  /** Counts all scores of a workspace anew from the votes. @returns how many stood wrong */
  async function recount(workspace_id: number): Promise<number> {
    const [recounted] = await store.batch([reactions.recountScores(workspace_id)]);
    return recounted!.changes;
  }

  return { of, change, recount };
}

export type Ranks = ReturnType<typeof createRanks>;
