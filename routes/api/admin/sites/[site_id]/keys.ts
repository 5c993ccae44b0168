import { RotateKey, SiteId, SiteWithKey } from "@/lib/protocol/sites.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async POST(ctx) {
    const actor = requireActor(ctx);
    const { key } = await readJson(ctx.req, RotateKey);
    const site = await ctx.state.app.sites.rotate(actor, ctx.params.site_id!, key, clientOf(ctx).ip);
    return Response.json(site, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  POST: {
    summary: "Makes a key of a site anew; the old one is refused from then on",
    description:
      "The `secret` key is told this once, as `secret_key`. The `public` one need not be known: pages ask for it by the " +
      "site_id that stands in them, which stays.",
    access: "staff",
    params: { site_id: SiteId },
    body: RotateKey,
    answers: { 201: SiteWithKey },
    errors: ["conflict"],
  },
});
