import { page } from "fresh";
import type { Context } from "fresh";
import { z } from "zod";
import { AskedFirst } from "@/components/admin/AskedFirst.tsx";
import { Bar } from "@/components/admin/Shell.tsx";
import { FormNotice } from "@/components/Doorway.tsx";
import Messages from "@/islands/admin/Messages.tsx";
import type { MessagesProps } from "@/islands/admin/Messages.tsx";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { AdminMessagesQuery } from "@/lib/protocol/sites.ts";
import { readForm, readId } from "@/lib/web/body.ts";
import { requireActor } from "@/lib/web/session.ts";
import { define } from "@/lib/web/state.ts";
import type { State } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { goBack, openPanel } from "./(_shared)/panel.ts";

/** Sites to choose from; who has more of them finds the others by the address. */
const SITES_MAX = 100;
const Form = z.object({ delete: z.string(), sure: z.literal("on").optional() });

export const handler = define.handlers({
  async GET(ctx) {
    return page(await load(ctx));
  },

  /** Without scripts: asks first, then deletes. */
  async POST(ctx) {
    const { chat, requirePace } = ctx.state.app;
    const actor = requireActor(ctx);
    const form = await readForm(ctx.req, Form);
    const id = readId(form.delete);
    if (form.sure !== "on") return page({ ...await load(ctx), doomed: id });
    requirePace(actor);
    await chat.messages.remove(actor, id);
    return goBack(ctx, addressOf(askedOf(ctx.url)), "deleted");
  },
});

/** All messages of the workspace, by source, site and text. */
export default define.page<typeof handler>(({ data: { panel, messages, doomed }, state }) => {
  const t = adminText(state.locale);
  return (
    <Page locale={state.locale} panel={panel} section="messages">
      <Bar title={t.sections.messages} up={t.toSections} />
      <div
        class="relative flex-1 min-h-0 overflow-y-auto"
        tabIndex={0}
        role="group"
        aria-labelledby="section-title"
      >
        <div class="max-w-[860px] box-content px-4 md:px-8 pt-4 pb-16">
          {panel.done && (
            <div class="mb-4">
              <FormNotice>{panel.done}</FormNotice>
            </div>
          )}
          {doomed !== null && (
            <AskedFirst
              words={[t.messages.deleteTitle, t.messages.deleteText, t.messages.delete]}
              name="delete"
              value={String(doomed)}
              action={messages.here}
              keep={t.live.cancel}
            />
          )}
          <Messages {...messages} />
        </div>
      </div>
    </Page>
  );
});

async function load(ctx: Context<State>) {
  const { app } = ctx.state;
  const actor = requireActor(ctx);
  const panel = await openPanel(ctx);
  const query = askedOf(ctx.url);
  if (query.q) app.requireSearchPace(actor);
  const { messages, more } = await app.chat.oversight.list(actor, query);
  const { sites } = await app.sites.list(actor, { limit: SITES_MAX });
  const { source = "", site = "", q = "", before } = query;
  const props: MessagesProps = {
    messages,
    asked: { source, site, q },
    sites: sites.map(({ site_id, name }) => ({ site_id, name })),
    older: more ? addressOf({ ...query, before: messages.at(-1)!.id }) : null,
    newest: before === undefined ? null : addressOf({ ...query, before: undefined }),
    here: addressOf(query),
    dates: panel.dates,
    zone_chosen: panel.zone_chosen,
    now: app.now(),
  };
  return { panel, messages: props, doomed: null as number | null };
}

/** What is asked for; a field of the form that was left empty asks for nothing. */
function askedOf({ searchParams }: URL): AdminMessagesQuery {
  return AdminMessagesQuery.parse(Object.fromEntries([...searchParams].filter(([, value]) => value !== "")));
}

/** The address of a page of messages; of `source`, `site`, `q` and `before` only what is asked for. */
function addressOf({ source, site, q, before }: AdminMessagesQuery): string {
  const asked = Object.entries({ source, site, q, before }).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
  return search ? `/admin/messages?${search}` : "/admin/messages";
}
