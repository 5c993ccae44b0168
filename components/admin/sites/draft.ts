import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import type {
  BusinessHours,
  ChangeSite,
  Site,
  SiteLimits,
  SiteLook,
  SiteMode,
} from "@/lib/protocol/sites.ts";

/** What can be set of a site, as it stands in the form. */
export interface SiteDraft {
  readonly name: string;
  readonly domains: readonly string[];
  readonly mode: SiteMode;
  readonly primary_color: string;
  readonly locked: boolean;
  readonly require_verified: boolean;
  readonly look: SiteLook;
  readonly limits: SiteLimits;
}

/** Sentences by the path of the field, such as `look.title`; the empty name holds what belongs to none. */
export type Faults = Readonly<Record<string, string>>;

/** What every part of the form is given. */
export interface SiteForm {
  readonly t: AdminText["site"];
  readonly locale: Locale;
  readonly draft: SiteDraft;
  readonly faults: Faults;
  /** Changes what stands at a path. */
  readonly put: (path: string, value: unknown) => void;
}

/** When it is first wished that hours be kept: the working week of whoever sets it. */
export function usualHours(locale: Locale, time_zone: string): BusinessHours {
  const free = locale === "fa" ? [3, 4] : [5, 6];
  return {
    time_zone,
    days: Array.from({ length: 7 }, (_, day) => free.includes(day) ? [] : [{ from: "09:00", to: "17:00" }]),
  };
}

export function draftOf(site: Site): SiteDraft {
  const { name, domains, mode, primary_color, locked, require_verified, look, limits } = site;
  return { name, domains, mode, primary_color, locked, require_verified, look, limits };
}

/** What differs from what is kept: two people who change other things do not undo each other. */
export function changesOf(kept: SiteDraft, draft: SiteDraft): ChangeSite {
  const changes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(draft)) {
    const was = kept[name as keyof SiteDraft];
    if (isSame(was, value)) continue;
    changes[name] = name === "look" || name === "limits" ? partsOf(was as object, value as object) : value;
  }
  return changes;
}

function partsOf(was: object, now: object): object {
  const before = new Map(Object.entries(was));
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => !isSame(before.get(name), value)));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** A copy in which something else stands at a path, as in `look.prechat.enabled`. */
export function put<T extends object>(whole: T, path: string, value: unknown): T {
  const [name = "", ...rest] = path.split(".");
  const inner = (whole as Record<string, unknown>)[name];
  return { ...whole, [name]: rest.length === 0 ? value : put(inner as object, rest.join("."), value) };
}

/** Paths of what stands in something, as in `look.prechat.enabled`. */
export type PathOf<T> = {
  [Name in keyof T & string]:
    | Name
    | (T[Name] extends readonly unknown[] ? never
      : T[Name] extends object ? `${Name}.${PathOf<T[Name]>}`
      : never);
}[keyof T & string];

/** What stands at a path. */
export function valueAt<T extends object>(whole: T, path: PathOf<T>): unknown {
  return path.split(".").reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], whole);
}

/** A colour as `#rrggbb`. */
export function isHexColor(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
