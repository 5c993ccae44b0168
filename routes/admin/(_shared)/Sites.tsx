import type { Context } from "fresh";
import { Bar } from "@/components/admin/Shell.tsx";
import { SiteList } from "@/components/admin/sites/SiteList.tsx";
import { Button } from "@/components/Button.tsx";
import { FormNotice } from "@/components/Doorway.tsx";
import { plus } from "@/components/late_icons.ts";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { Site } from "@/lib/protocol/sites.ts";
import { SitesQuery } from "@/lib/protocol/sites.ts";
import { readQuery } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import type { State } from "@/lib/web/state.ts";
import { openPanel } from "./panel.ts";
import type { Panel } from "./panel.ts";

export interface SitesData {
  readonly panel: Panel;
  readonly sites: readonly Site[];
  /** Address of those that were made before them; null where there are no more. */
  readonly older: string | null;
  readonly now: number;
}

export async function loadSites(ctx: Context<State>): Promise<SitesData> {
  const { app } = ctx.state;
  const { sites, more } = await app.sites.list(requireActor(ctx), readQuery(ctx.url, SitesQuery));
  const older = more ? `/admin/sites?before=${sites.at(-1)!.site_id}` : null;
  return { panel: await openPanel(ctx), sites, older, now: app.now() };
}

/** All sites, with the way to a new one. */
export function Sites({ data, level }: { readonly data: SitesData; readonly level?: 1 | 2 }) {
  const { panel: { dates, done }, sites, older, now } = data;
  const t = adminText(dates.locale);
  return (
    <>
      <Bar title={t.sections.sites} up={t.toSections} level={level}>
        <Button href="/admin/sites/new" size="sm" tone="primary" icon={plus} class="min-h-[34px]">
          {t.list.add}
        </Button>
      </Bar>
      <div
        class="flex-1 min-h-0 flex flex-col overflow-y-auto"
        tabIndex={0}
        role="group"
        aria-labelledby="section-title"
      >
        {done && (
          <div class="px-4 md:px-8 pt-4">
            <FormNotice>{done}</FormNotice>
          </div>
        )}
        <SiteList t={t} dates={dates} sites={sites} older={older} now={now} />
      </div>
    </>
  );
}
