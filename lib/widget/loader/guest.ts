/**
 * Who the visitor is, kept in the storage of the host's page: browsers keep that of a frame apart, or not at
 * all. Where it is denied, it lasts as long as the page.
 */
export interface KeptGuest {
  get(): string | null;
  set(guest_id: string | null): void;
  /** With what a frame let the page keep for them. */
  forget(): void;
}

export function keepGuest(site: string): KeptGuest {
  const key = `peyk:${site}`;
  /** What the storage did not take: what it holds, other pages of the site may have changed. */
  let here: string | null = null;
  return {
    get() {
      try {
        return here ?? localStorage.getItem(key);
      } catch {
        return here;
      }
    },
    set(guest_id) {
      here = null;
      try {
        if (guest_id === null) localStorage.removeItem(key);
        else localStorage.setItem(key, guest_id);
      } catch {
        // Denied or full.
        here = guest_id;
      }
    },
    forget() {
      this.set(null);
      keepGuest(`${site}:kept`).set(null);
    },
  };
}
