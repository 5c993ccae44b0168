import { page } from "fresh";
import { z } from "zod";
import { CreateSite } from "@/lib/protocol/sites.ts";
import { readForm } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { readSiteFields, refuseSite } from "@/lib/web/site_forms.ts";
import { define } from "@/lib/web/state.ts";
import { openPanel } from "../(_shared)/panel.ts";
import { EditorPage, editorPage } from "../(_shared)/Editor.tsx";

/** What a site is before anybody has said anything of it. */
const BLANK = { ...CreateSite.parse({ name: "-" }), name: "" };

export const handler = define.handlers({
  async GET(ctx) {
    return page(editorPage(ctx, await openPanel(ctx), { site: null, draft: BLANK }));
  },

  /** Without scripts: the page of the new site itself, which tells its secret this once. */
  async POST(ctx) {
    const { sites, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    const draft = readSiteFields(await readForm(ctx.req, z.record(z.string(), z.string())));
    requirePace(actor);
    try {
      const { secret_key, ...site } = await sites.create(actor, CreateSite.parse(draft), ctx.state.ip);
      return page(editorPage(ctx, await openPanel(ctx), { site, secret: secret_key }), { status: 201 });
    } catch (error) {
      const { faults, init } = refuseSite(ctx, error);
      return page(editorPage(ctx, await openPanel(ctx), { site: null, draft, faults }), init);
    }
  },
});

export default define.page<typeof handler>(({ data, state }) => (
  <EditorPage locale={state.locale} data={data} />
));
