import { AppError } from "@/lib/protocol/errors.ts";

export interface PoolOptions {
  /** How many run at once. */
  readonly running: number;
  /** How many may wait for their turn. */
  readonly waiting: number;
  /** What those that run may weigh together; one alone may weigh more. */
  readonly capacity?: number;
}

/** A bounded line in front of heavy work. */
export interface Pool {
  /**
   * Runs `work` when its turn comes; nobody overtakes.
   * @throws AppError `unavailable` when too many wait already
   */
  run<T>(work: () => Promise<T>, weight?: number): Promise<T>;
}

export function createPool({ running, waiting, capacity = Infinity }: PoolOptions): Pool {
  let count = 0;
  let load = 0;
  const line: { readonly weight: number; readonly begin: () => void }[] = [];

  function enter(weight: number): boolean {
    if (count > 0 && (count >= running || load + weight > capacity)) return false;
    count++;
    load += weight;
    return true;
  }

  function leave(weight: number): void {
    count--;
    load -= weight;
    while (line.length > 0 && enter(line[0]!.weight)) line.shift()!.begin();
  }

  return {
    async run(work, weight = 0) {
      if (line.length > 0 || !enter(weight)) {
        if (line.length >= waiting) throw new AppError("unavailable", { seconds: 10 });
        await new Promise<void>((begin) => line.push({ weight, begin }));
      }
      try {
        return await work();
      } finally {
        leave(weight);
      }
    },
  };
}
