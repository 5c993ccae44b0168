import { AppError } from "@/lib/protocol/errors.ts";
import { siteColors } from "@/lib/ui/site_colors.ts";
import { siteThemeCss } from "@/lib/ui/site_theme.ts";
import { define } from "@/lib/web/state.ts";

/** The colours of a site, as a sheet: nothing stands in a page inline. */
export const handler = define.handlers({
  async GET(ctx) {
    const site = await ctx.state.app.sites.known.bySiteId(ctx.params.site_id!);
    if (!site) throw new AppError("not_found");
    const headers = { "content-type": "text/css; charset=utf-8", "cache-control": "private, no-cache" };
    return new Response(siteThemeCss(siteColors(site.primary_color)), { headers });
  },
});
