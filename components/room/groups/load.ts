/**
 * Fetches what begins conversations and keeps groups.
 * @throws where it cannot be fetched; the next call tries again
 */
export const loadGroups = () => import("./later.ts");
