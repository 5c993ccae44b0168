/** Tells the server the device's IANA time zone, and gives it: see `lib/web/zone.ts`. */
export function tellZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  document.cookie = `peyk_zone=${timeZone}; path=/; max-age=31536000; samesite=lax`;
  return timeZone;
}
