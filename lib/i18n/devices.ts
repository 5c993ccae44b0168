/** Browsers and systems that have a name of their own in each language. */
export type BrowserName = "chrome" | "firefox" | "safari" | "edge" | "opera" | "samsung";
export type SystemName = "android" | "ios" | "windows" | "mac" | "chromeos" | "linux";

export interface Device {
  readonly browser: BrowserName | null;
  readonly system: SystemName | null;
}

// Each claims to be those below it as well: the first that fits is meant.
const BROWSERS: readonly [BrowserName, RegExp][] = [
  ["edge", /\bEdg(e|A|iOS)?\//],
  ["opera", /\b(OPR|Opera|OPT)\//],
  ["samsung", /\bSamsungBrowser\//],
  ["firefox", /\b(Firefox|FxiOS)\//],
  ["chrome", /\b(Headless)?Chrome\/|\b(CriOS|Chromium)\//],
  ["safari", /\bVersion\/\S+.*\bSafari\//],
];
const SYSTEMS: readonly [SystemName, RegExp][] = [
  ["android", /\bAndroid\b/],
  ["ios", /\b(iPhone|iPad|iPod)\b/],
  ["windows", /\bWindows\b/],
  ["mac", /\bMac OS X\b|\bMacintosh\b/],
  ["chromeos", /\bCrOS\b/],
  ["linux", /\bLinux\b|\bX11\b/],
];

/** What a `User-Agent` (RFC 9110, 10.1.5) tells of a browser; null where it tells nothing we have a word for. */
export function deviceOf(user_agent: string): Device {
  const named = <Name>(names: readonly [Name, RegExp][]) =>
    names.find(([, pattern]) => pattern.test(user_agent))?.[0] ?? null;
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}
