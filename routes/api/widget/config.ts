import { z } from "zod";
import { AppError } from "@/lib/protocol/errors.ts";
import { WidgetConfig } from "@/lib/protocol/sites.ts";
import { readQuery } from "@/lib/web/body.ts";
import { requireListed } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";

const ConfigQuery = z.object({ site_id: z.string().max(40).describe("As it stands in the page: “st_…”.") });

export const handler = define.handlers({
  /** The same as by the key, for the loader, which knows only what stands in the page. */
  async GET(ctx) {
    const { sites, widget } = ctx.state.app;
    const site = await sites.known.bySiteId(readQuery(ctx.url, ConfigQuery).site_id);
    if (!site) throw new AppError("not_found");
    requireListed(ctx, site);
    return Response.json(await widget.of(site));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The same by the id in the page, for the loader",
    access: "anyone",
    query: ConfigQuery,
    answers: { 200: WidgetConfig },
    errors: ["domain_refused", "not_found"],
  },
});
