import { page } from "fresh";
import { EmptyState } from "@/components/EmptyState.tsx";
import { WidgetDocument } from "@/components/widget/Document.tsx";
import type { Theme } from "@/components/widget/Document.tsx";
import type { FrameStart, Layout } from "@/components/widget/frame.ts";
import Widget from "@/islands/Widget.tsx";
import { isLocale, negotiate } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { widgetText } from "@/lib/i18n/widget/mod.ts";
import { framePolicy } from "@/lib/web/frame.ts";
import { define } from "@/lib/web/state.ts";

const LAYOUTS: readonly Layout[] = ["floating", "inline", "popout"];
const THEMES: readonly Theme[] = ["light", "dark"];

/**
 * The chat of a site, to be shown within the pages on its list. It is the same for everybody: who the visitor is, the
 * page around it says later, and no cookie has a say.
 */
export const handler = define.handlers({
  async GET({ state, url: { searchParams: query }, req, params }) {
    const { sites, widget, config: { upload_max_mb }, build, now } = state.app;
    const site = await sites.known.bySiteId(params.site_id!);
    const config = site && await widget.of(site);
    const asked = query.get("locale");
    const locale = localeFor(config?.locale ?? "auto", asked, req.headers.get("accept-language"));
    const theme: Theme = THEMES.find((one) => one === query.get("theme")) ?? "system";
    const layout = LAYOUTS.find((one) => one === query.get("layout")) ?? "popout";
    const frame: FrameStart | null = config && {
      ...{ config, layout, locale, upload_max_mb, build, now: now() },
    };
    return page({ frame, locale, theme, site_id: params.site_id! }, {
      status: frame ? 200 : 404,
      headers: framePolicy(site?.domains ?? []),
    });
  },
});

/** What the page around it speaks, else what the site's admins chose, else what the browser asks for. */
function localeFor(chosen: string, asked: string | null, accepted: string | null): Locale {
  return negotiate(asked, isLocale(chosen) ? chosen : null, accepted);
}

export const config = { skipAppWrapper: true, skipInheritedLayouts: true };

export default define.page<typeof handler>(({ data: { frame, locale, theme, site_id } }) => {
  const t = widgetText(locale);
  return (
    <WidgetDocument
      locale={locale}
      theme={theme}
      title={frame?.config.title ?? t.failed.unknownTitle}
      sheet={frame ? `/widget/${site_id}/theme.css` : null}
    >
      {frame ? <Widget {...frame} /> : (
        <main class="min-h-dvh grid on-1">
          <EmptyState level={1} title={t.failed.unknownTitle} text={t.failed.unknownText} />
        </main>
      )}
    </WidgetDocument>
  );
});
