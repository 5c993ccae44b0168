import * as files from "@/db/files.ts";
import type { Store } from "@/db/store.ts";
import { AppError } from "@/lib/protocol/errors.ts";

/** Bytes in a megabyte, as limits count them. */
export const MB = 1024 * 1024;

export interface QuotaOptions {
  readonly store: Store;
  /** Bytes; 0 is no limit. */
  readonly per_person: number;
  readonly per_server: number;
}

/** Room that an upload takes up while it is under way. */
export interface Reservation {
  /** Takes so many bytes in all. @throws AppError `quota_exceeded` */
  take(bytes: number): void;
  /** Gives back what was not kept. */
  settle(kept: number): void;
}

/** How much people's files may take, what is on its way included. */
export function createQuota({ store, per_person, per_server }: QuotaOptions) {
  let total = 0;
  let arriving = 0;
  const arriving_of = new Map<number, number>();

  function refuse(whose: "person" | "server", max: number): never {
    throw new AppError("quota_exceeded", { whose, max_mb: Math.floor(max / MB) });
  }

  return {
    /** Reads anew what all files take. */
    async count(): Promise<void> {
      total = (await store.get(files.total()))?.bytes ?? 0;
    },

    /** Begins an upload of somebody. @throws AppError `quota_exceeded` when nothing fits any more */
    async reserve(owner_id: number): Promise<Reservation> {
      const used = (await store.get(files.usedBy(owner_id)))?.bytes ?? 0;
      let taken = 0;
      const take = (bytes: number) => {
        const more = bytes - taken;
        const theirs = (arriving_of.get(owner_id) ?? 0) + more;
        if (per_person > 0 && used + theirs > per_person) refuse("person", per_person);
        if (per_server > 0 && total + arriving + more > per_server) refuse("server", per_server);
        arriving += more;
        arriving_of.set(owner_id, theirs);
        taken = bytes;
      };
      take(1);
      return {
        take,
        settle(kept) {
          arriving -= taken;
          total += kept;
          const left = (arriving_of.get(owner_id) ?? 0) - taken;
          if (left > 0) arriving_of.set(owner_id, left);
          else arriving_of.delete(owner_id);
          taken = 0;
        },
      };
    },

    /** Bytes that were swept away. */
    freed(bytes: number): void {
      total = Math.max(0, total - bytes);
    },
  };
}

export type Quota = ReturnType<typeof createQuota>;
