/** Zones of one part of the world. */
export interface ZoneGroup {
  readonly region: string;
  /** What follows the region in the IANA name. */
  readonly places: readonly string[];
}

let groups: readonly ZoneGroup[] | undefined;

/** The time zones of the IANA database that are places, by region and name. */
export function zoneGroups(): readonly ZoneGroup[] {
  return groups ??= group(Intl.supportedValuesOf("timeZone"));
}

function group(names: readonly string[]): ZoneGroup[] {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const slash = name.indexOf("/");
    if (slash < 0 || name.startsWith("Etc/")) continue;
    const region = name.slice(0, slash);
    found.set(region, [...found.get(region) ?? [], name.slice(slash + 1)]);
  }
  return [...found].map(([region, places]) => ({ region, places }));
}
