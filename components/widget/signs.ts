interface Deps {
  /** There is no network. */
  readonly onAsleep: () => void;
  /** It is back, or somebody looks again. */
  readonly onAwake: () => void;
  /** Somebody begins to write. */
  readonly onInput: () => void;
}

/** Tells of what a browser knows of its network and of whoever is before it. Gives what ends that. */
export function watchSigns({ onAsleep, onAwake, onInput }: Deps): () => void {
  const onSeen = () => document.hidden || onAwake();
  const signs: [EventTarget, string, () => void][] = [
    [self, "input", onInput],
    [self, "online", onAwake],
    [self, "offline", onAsleep],
    [self, "pageshow", onSeen],
    [document, "visibilitychange", onSeen],
  ];
  for (const [target, name, act] of signs) target.addEventListener(name, act);
  return () => signs.forEach(([target, name, act]) => target.removeEventListener(name, act));
}
