import { z } from "zod";

/** A rank and the least score it takes. */
export const RankTier = z.object({ name: z.string().trim().min(1).max(40), min: z.int() });

/** The ranks of a workspace, lowest first. None at all is a choice as well. */
export const RankTiers = z.array(RankTier).max(20)
  .refine((tiers) => tiers.every(({ min }, i) => i === 0 || min > tiers[i - 1]!.min));

/** What of a workspace's settings is known here; the rest belongs to others and is kept as it is. */
export const WorkspaceSettings = z.looseObject({ rank_tiers: RankTiers.optional() });

export type RankTier = z.infer<typeof RankTier>;
