import { type Context, page } from "fresh";
import { z } from "zod";
import { isAskedAct } from "@/components/admin/sites/asking.ts";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { CreateSite } from "@/lib/protocol/sites.ts";
import type { SiteWithSecret } from "@/lib/protocol/sites.ts";
import { readForm } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { readSiteFields, refuseSite } from "@/lib/web/site_forms.ts";
import type { State } from "@/lib/web/state.ts";
import { define } from "@/lib/web/state.ts";
import { goBack, openPanel } from "../(_shared)/panel.ts";
import { EditorPage, editorPage } from "../(_shared)/Editor.tsx";

export const handler = define.handlers({
  async GET(ctx) {
    const site = await ctx.state.app.sites.get(requireActor(ctx), ctx.params.site_id!);
    return page(editorPage(ctx, await openPanel(ctx), { site }));
  },

  /** Without scripts: `act` says what is to be done with the site; without it the form is saved. */
  async POST(ctx) {
    const { sites, requirePace } = ctx.state.app;
    const { ip } = ctx.state;
    const actor = requireActor(ctx);
    const id = ctx.params.site_id!;
    const { act, sure, ...fields } = await readForm(ctx.req, z.record(z.string(), z.string()));
    requirePace(actor);
    const here = `/admin/sites/${id}`;
    if (isAskedAct(act) && sure !== "on") {
      const site = await sites.get(actor, id);
      return page(editorPage(ctx, await openPanel(ctx), { site, asked: act }));
    }
    if (act === "rotate") return await showSecret(ctx, id);
    if (act === "rekey") {
      await sites.rotate(actor, id, "public", ip);
      return goBack(ctx, here, "rekeyed");
    }
    if (act === "remove") {
      await sites.remove(actor, id, ip);
      return goBack(ctx, "/admin/sites", "removed");
    }
    if (act === "revoke" || act === "restore") {
      await sites.change(actor, id, { revoked: act === "revoke" }, ip);
      return goBack(ctx, here, act === "revoke" ? "revoked" : "restored");
    }
    const draft = readSiteFields(fields);
    try {
      await sites.change(actor, id, CreateSite.parse(draft), ip);
      return goBack(ctx, here, "saved");
    } catch (error) {
      const { faults, init } = refuseSite(ctx, error);
      const site = await sites.get(actor, id);
      return page(editorPage(ctx, await openPanel(ctx), { site, draft, faults }), init);
    }
  },
});

/** The site with its new secret key, which no other page will show. */
async function showSecret(ctx: Context<State>, id: string) {
  const { app, ip, locale } = ctx.state;
  const rotated = await app.sites.rotate(requireActor(ctx), id, "secret", ip) as SiteWithSecret;
  const { secret_key, ...site } = rotated;
  const panel = { ...await openPanel(ctx), done: adminText(locale).done.rotated };
  return page(editorPage(ctx, panel, { site, secret: secret_key }));
}

export default define.page<typeof handler>(({ data, state }) => (
  <EditorPage locale={state.locale} data={data} />
));
