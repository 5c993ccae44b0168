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
  let here: string | null = null;
  return {
    get() {
      try {
        return localStorage.getItem(key) ?? here;
      } catch {
        return here;
      }
    },
    set(guest_id) {
      here = guest_id;
      try {
        if (guest_id === null) localStorage.removeItem(key);
        else localStorage.setItem(key, guest_id);
      } catch {
        // Denied or full.
      }
    },
    forget() {
      this.set(null);
      keepGuest(`${site}:kept`).set(null);
    },
  };
}
