import type { Context } from "fresh";
import { draftOf } from "@/components/admin/sites/draft.ts";
import type { Faults, SiteDraft } from "@/components/admin/sites/draft.ts";
import { displayName } from "@/components/person.ts";
import SiteEditor from "@/islands/admin/SiteEditor.tsx";
import type { SiteEditorProps } from "@/islands/admin/SiteEditor.tsx";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { zoneGroups } from "@/lib/i18n/zones.ts";
import type { Site } from "@/lib/protocol/sites.ts";
import { publicOrigin } from "@/lib/web/peer.ts";
import type { State } from "@/lib/web/state.ts";
import { Page } from "./Page.tsx";
import type { Panel } from "./panel.ts";

export interface EditorData {
  readonly panel: Panel;
  readonly editor: SiteEditorProps;
}

interface Shown {
  readonly site: Site | null;
  /** What stands in the form; what is kept unless told. */
  readonly draft?: SiteDraft;
  readonly faults?: Faults;
  readonly secret?: string;
  readonly asked?: SiteEditorProps["asked"];
}

/** What the page of one site shows. */
export function editorPage({ req, state }: Context<State>, panel: Panel, shown: Shown): EditorData {
  const { site, draft, faults = {}, secret = null, asked = null } = shown;
  const { user } = panel;
  return {
    panel,
    editor: {
      ...{ site, faults, secret, asked },
      draft: draft ?? draftOf(site!),
      done: panel.done,
      dates: panel.dates,
      origin: publicOrigin(req, state.app.config),
      zones: zoneGroups(),
      agents: [{ id: user.id, name: displayName(user), picture: null, is_online: true }],
    },
  };
}

export function EditorPage({ locale, data: { panel, editor } }: {
  readonly locale: Locale;
  readonly data: EditorData;
}) {
  return (
    <Page
      locale={locale}
      panel={panel}
      section="sites"
      title={editor.site?.name ?? adminText(locale).site.newTitle}
    >
      <SiteEditor {...editor} />
    </Page>
  );
}
