import { ChangeSite, Site, SiteId } from "@/lib/protocol/sites.ts";
import { readJson } from "@/lib/web/body.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  async GET(ctx) {
    return Response.json(await ctx.state.app.sites.get(requireActor(ctx), ctx.params.site_id!));
  },

  async PATCH(ctx) {
    const actor = requireActor(ctx);
    const input = await readJson(ctx.req, ChangeSite);
    const { sites } = ctx.state.app;
    return Response.json(await sites.change(actor, ctx.params.site_id!, input, clientOf(ctx).ip));
  },

  async DELETE(ctx) {
    await ctx.state.app.sites.remove(requireActor(ctx), ctx.params.site_id!, clientOf(ctx).ip);
    return new Response(null, { status: 204 });
  },
});

const params = { site_id: SiteId };

export const docs = describe<typeof handler>({
  GET: {
    summary: "One external site, with its traffic",
    access: "staff",
    params,
    answers: { 200: Site },
  },
  PATCH: {
    summary: "Changes a site; what is left out stays",
    description:
      "Also within `look` and `limits`. `locked` leaves its chat to be read alone. `revoked` shuts its pages and " +
      "visitors out until it is taken back. A change of who gets in closes the sockets of its visitors, who come back " +
      "under the new rules.",
    access: "staff",
    params,
    body: ChangeSite,
    answers: { 200: Site },
    errors: ["domain_invalid", "domains_too_long", "color_invalid", "name_empty", "conflict"],
  },
  DELETE: {
    summary: "Removes a site; what was said stays",
    access: "staff",
    params,
    answers: { 204: null },
    errors: ["conflict"],
  },
});
