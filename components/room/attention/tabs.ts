/**
 * What the tabs of one browser know of each other, by locks that all of them see and that go with whoever
 * held them. Where there are none (an insecure page) a tab knows of itself alone.
 */
const locks = (): LockManager | undefined => globalThis.navigator?.locks;

/** Something a tab says of itself as long as it holds: "I am being looked at". */
export interface Sign {
  set(holds: boolean): void;
  /** Whether it holds for any tab of this browser. */
  holdsAnywhere(): Promise<boolean>;
}

export function createSign(name: string): Sign {
  let release: (() => void) | null = null;
  return {
    set(holds) {
      if (!holds) {
        release?.();
        release = null;
      } else if (!release) {
        const { promise, resolve } = Promise.withResolvers<void>();
        release = resolve;
        locks()?.request(name, { mode: "shared" }, () => promise).catch(() => {});
      }
    },
    async holdsAnywhere() {
      if (release) return true;
      const held = await locks()?.query().catch(() => null);
      return held?.held?.some((lock) => lock.name === name) ?? false;
    },
  };
}
