/** How long a claim is held: longer than tabs of one browser need to hear of the same, in milliseconds. */
const HELD = 10_000;

/**
 * Whether it falls to this tab to do something that is to be done once in this browser: to the first that
 * asks, with a number above all that were taken before.
 * @param key of local storage, where the number is kept for tabs that wake up later
 */
export function claim(key: string, number: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  // None in a page that is not secure.
  const manager: LockManager | undefined = navigator.locks;
  if (!manager) resolve(take(key, number));
  // What one tab stores is seen by others a moment later: between those that ask at once the lock decides.
  manager?.request(`${key}:${number}`, { ifAvailable: true }, (lock) => {
    if (!lock) return resolve(false);
    resolve(take(key, number));
    return new Promise<void>((done) => setTimeout(done, HELD));
  }).catch(() => resolve(take(key, number)));
  return promise;
}

function take(key: string, number: number): boolean {
  try {
    if (Number(localStorage.getItem(key)) >= number) return false;
    localStorage.setItem(key, String(number));
  } catch {
    // Denied: rather twice than never.
  }
  return true;
}
