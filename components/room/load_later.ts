/**
 * Fetches what is seen only when one acts on something. Call it early, where it is likely to be wanted next.
 * @throws where it cannot be fetched; the next call tries again
 */
export const loadLater = () => import("./later.ts");
