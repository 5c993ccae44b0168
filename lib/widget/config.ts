import * as people from "@/db/people.ts";
import type { MemberRow } from "@/db/people.ts";
import type { Store } from "@/db/store.ts";
import type { WidgetConfig } from "@/lib/protocol/sites.ts";
import { siteColors } from "@/lib/ui/site_colors.ts";
import { openAt } from "./hours.ts";
import type { KnownSite } from "./known_sites.ts";

/** Faces that are shown. */
const FACES = 3;
/** Of so many the ones online come first; nobody has more who answer. */
const AGENTS_MAX = 200;

interface Deps {
  readonly store: Store;
  readonly now: () => number;
  readonly isOnline: (workspace_id: number, user_id: number) => boolean;
}

/** What a loader and a frame have to know of a site. Nothing in it is secret. */
export function createWidgetConfigs({ store, now, isOnline }: Deps) {
  async function of(site: KnownSite): Promise<WidgetConfig> {
    const { look, primary_color } = site;
    const { is_open, opens_at } = openAt(look.hours, now());
    return {
      site_id: site.site_id,
      site_key: site.site_key,
      name: site.name,
      title: look.title === "" ? site.name : look.title,
      welcome: look.welcome,
      locale: look.locale,
      position: look.position,
      mode: site.mode,
      locked: site.locked,
      require_verified: site.require_verified,
      teaser: look.teaser,
      primary_color,
      colors: siteColors(primary_color),
      prechat: look.prechat,
      offline: look.offline,
      hours: look.hours,
      is_open,
      opens_at: opens_at === null ? null : new Date(opens_at).toISOString(),
      agents: await faces(site.workspace_id),
    };
  }

  async function faces(workspace_id: number): Promise<WidgetConfig["agents"]> {
    const rows = await store.all(people.agents(workspace_id, now(), AGENTS_MAX));
    const all = rows.map((row) => toFace(row, isOnline(workspace_id, row.person_id)));
    return all.sort((a, b) => Number(b.is_online) - Number(a.is_online)).slice(0, FACES);
  }

  return { of };
}

export type WidgetConfigs = ReturnType<typeof createWidgetConfigs>;

function toFace(row: MemberRow, is_online: boolean): WidgetConfig["agents"][number] {
  const name = [row.first_name, row.last_name].filter(Boolean).join(" ");
  return { id: row.person_id, name: name || row.username!, picture: row.picture, is_online };
}
