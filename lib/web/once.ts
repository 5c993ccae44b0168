export interface OnceOptions<T> {
  readonly now: () => number;
  /** Whether an outcome stands for later asking. What was thrown never does. */
  readonly keep: (outcome: T) => boolean;
  /** How long outcomes are kept, in milliseconds. */
  readonly span?: number;
  /** Most of them; the oldest are forgotten first. */
  readonly most?: number;
}

interface Entry<T> {
  readonly at: number;
  readonly outcome: Promise<T>;
}

/**
 * Does what has a name once: whoever asks by the same name while it is being done, or for a while after, shares the
 * outcome.
 */
export function onceInTime<T>({ now, keep, span = 10 * 60_000, most = 2000 }: OnceOptions<T>) {
  /** In the order of asking, so that the oldest stand first. */
  const entries = new Map<string, Entry<T>>();

  function forgetOld(): void {
    const since = now() - span;
    for (const [name, { at }] of entries) {
      if (at > since && entries.size <= most) return;
      entries.delete(name);
    }
  }

  return async (name: string, act: () => Promise<T>): Promise<T> => {
    forgetOld();
    const known = entries.get(name);
    if (known) return await known.outcome;
    const entry = { at: now(), outcome: act() };
    entries.set(name, entry);
    const forget = () => void (entries.get(name) === entry && entries.delete(name));
    entry.outcome.then((outcome) => keep(outcome) || forget(), forget);
    return await entry.outcome;
  };
}
