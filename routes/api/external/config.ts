import { WidgetConfig } from "@/lib/protocol/sites.ts";
import { callOf } from "@/lib/web/external.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** How the site of this key looks, and how it stands there. */
  async GET(ctx) {
    return Response.json(await ctx.state.app.widget.of(callOf(ctx).site));
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "How a site’s chat looks, and whether one may write there",
    access: "site",
    answers: { 200: WidgetConfig },
  },
});
