import { CreateSite, SitePage, SitesQuery, SiteWithSecret } from "@/lib/protocol/sites.ts";
import { readJson, readQuery } from "@/lib/web/body.ts";
import { addressOf } from "@/lib/web/conversations.ts";
import { describe } from "@/lib/web/reference/describe.ts";
import { clientOf, requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";

export const handler = define.handlers({
  /** The sites of the workspace, the newest first. */
  async GET(ctx) {
    const actor = requireActor(ctx);
    const query = readQuery(ctx.url, SitesQuery);
    const { sites: results, more } = await ctx.state.app.sites.list(actor, query);
    const last = results.at(-1);
    return Response.json({ results, next: more && last ? addressOf(ctx, { before: last.site_id }) : null });
  },

  async POST(ctx) {
    const actor = requireActor(ctx);
    const input = await readJson(ctx.req, CreateSite);
    const site = await ctx.state.app.sites.create(actor, input, clientOf(ctx).ip);
    return Response.json(site, { status: 201 });
  },
});

export const docs = describe<typeof handler>({
  GET: {
    summary: "The external sites of the workspace, the newest first",
    access: "staff",
    query: SitesQuery,
    answers: { 200: SitePage },
  },
  POST: {
    summary: "Adds an external site",
    description:
      "`domains` are written like `shop.example` (https at 443 and http at 80), `shop.example:8443` or `localhost:5000` " +
      "(exactly that port), `*.shop.example` (any subdomain, not itself). The `secret_key` is told this once.",
    access: "staff",
    body: CreateSite,
    answers: { 201: SiteWithSecret },
    errors: ["domain_invalid", "domains_too_long", "color_invalid", "name_empty", "conflict"],
  },
});
