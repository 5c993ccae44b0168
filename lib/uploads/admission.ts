import { AppError } from "@/lib/protocol/errors.ts";

/** Uploads under way at once. */
export interface UploadCaps {
  readonly per_person: number;
  readonly overall: number;
}

/** How long to wait when there are enough, in seconds. */
const RETRY_AFTER = 5;

/** Bounds the uploads under way. */
export function createAdmission({ per_person, overall }: UploadCaps) {
  let all = 0;
  const of = new Map<number, number>();
  return {
    /** Lets an upload of somebody begin; `using` it ends it. @throws AppError `rate_limited` */
    enter(owner_id: number): Disposable {
      const own = of.get(owner_id) ?? 0;
      if (own >= per_person || all >= overall) throw new AppError("rate_limited", { seconds: RETRY_AFTER });
      all++;
      of.set(owner_id, own + 1);
      return {
        [Symbol.dispose]() {
          all--;
          const left = of.get(owner_id)! - 1;
          if (left === 0) of.delete(owner_id);
          else of.set(owner_id, left);
        },
      };
    },
  };
}

export type Admission = ReturnType<typeof createAdmission>;
