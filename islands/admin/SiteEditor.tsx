import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Button } from "@/components/Button.tsx";
import { Confirm } from "@/components/Dialog.tsx";
import { FormError, FormNotice } from "@/components/Doorway.tsx";
import { useSignedIn } from "@/components/settings/hooks.ts";
import type { ZoneGroup } from "@/components/settings/ZoneChoice.tsx";
import { Said } from "@/components/settings/Said.tsx";
import { AskedFirst } from "@/components/admin/AskedFirst.tsx";
import { Bar } from "@/components/admin/Shell.tsx";
import { questionOf } from "@/components/admin/sites/asking.ts";
import type { AskedAct } from "@/components/admin/sites/asking.ts";
import { Danger } from "@/components/admin/sites/Danger.tsx";
import type { Faults, SiteDraft } from "@/components/admin/sites/draft.ts";
import { useEditing, useLeaving } from "@/components/admin/sites/editing.ts";
import { Fields } from "@/components/admin/sites/Fields.tsx";
import { Keys, SecretDialog } from "@/components/admin/sites/Keys.tsx";
import { Preview } from "@/components/admin/sites/Preview.tsx";
import { Snippet } from "@/components/admin/sites/Snippet.tsx";
import { StateTag } from "@/components/admin/sites/StateTag.tsx";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { dayOf } from "@/lib/i18n/dates.ts";
import type { DateStyle } from "@/lib/i18n/dates.ts";
import type { Site, WidgetConfig } from "@/lib/protocol/sites.ts";

export interface SiteEditorProps {
  /** Null for one that is only being made. */
  readonly site: Site | null;
  readonly draft: SiteDraft;
  /** Of a form that was sent without scripts and refused. */
  readonly faults: Faults;
  /** What such a form has just done. */
  readonly done: string | null;
  /** What such a form wants to do at once, and has to be asked about. */
  readonly asked: AskedAct | null;
  /** A key that such a form has just made. */
  readonly secret: string | null;
  readonly dates: DateStyle;
  /** Where Peyk is reached: scheme, host, port. */
  readonly origin: string;
  readonly zones: readonly ZoneGroup[];
  /** Who answers, in the preview. */
  readonly agents: WidgetConfig["agents"];
}

/** One site: what can be set of it, how that looks, its keys, and its end. */
export default function SiteEditor(props: SiteEditorProps) {
  const { dates, origin, zones } = props;
  const { locale } = dates;
  const t = adminText(locale);
  const editing = useEditing(props, t);
  const { site, kept, draft, faults, busy, secret, notices } = editing;
  const asking = useSignal<AskedAct | null>(null);
  const known = site.value;
  const is_changed = known === null ? false : editing.isChanged();
  const action = known ? `/admin/sites/${known.site_id}` : "/admin/sites/new";
  const form = { t: t.site, locale, draft: draft.value, faults: faults.value, put: editing.put };
  useSignedIn();
  useLeaving(() => editing.isChanged());

  // The page was drawn for a site that had no name yet, or another.
  const title = known === null ? t.site.newTitle : kept.value.name;
  useEffect(() => void (document.title = `${title} · ${t.sections.sites}`), [title]);

  const [question, consequence, confirm] = questionOf(t.site, asking.value ?? "rotate");

  return (
    <>
      <Bar
        title={title}
        back={{ href: "/admin/sites", label: t.site.back }}
        tag={known && <StateTag t={t.states} site={known} />}
      >
        <span class="max-md:hidden text-13 text-muted" aria-live="polite">
          {is_changed && !busy.value && t.live.unsaved}
        </span>
        {is_changed && <Button size="sm" tone="quiet" onClick={editing.discard}>{t.site.discard}</Button>}
        <Button
          type="submit"
          form="site"
          size="sm"
          tone="primary"
          class="min-h-[34px]"
          aria-disabled={busy.value ? "true" : undefined}
        >
          {known ? busy.value ? t.live.saving : t.live.save : busy.value ? t.site.creating : t.site.create}
        </Button>
      </Bar>
      <div class="relative flex-1 min-h-0 overflow-y-auto xl:overflow-hidden grid content-start xl:content-stretch xl:grid-cols-[minmax(0,1fr)_440px]">
        <div class="relative min-w-0 xl:overflow-y-auto px-4 md:px-8 pt-2.5 pb-10">
          {props.done && (
            <div class="my-2">
              <FormNotice>{props.done}</FormNotice>
            </div>
          )}
          {props.asked && (
            <AskedFirst
              words={questionOf(t.site, props.asked)}
              name="act"
              value={props.asked}
              action={action}
              keep={t.live.cancel}
            />
          )}
          {faults.value[""] && (
            <div class="my-2">
              <FormError>{faults.value[""]}</FormError>
            </div>
          )}
          <form
            id="site"
            method="post"
            action={action}
            aria-label={t.site.form}
            noValidate
            onSubmit={(event: Event) => {
              event.preventDefault();
              void editing.save();
            }}
          >
            <Fields form={form} modes={t.modes} zones={zones} zone={dates.timeZone ?? "UTC"} />
          </form>
        </div>
        <div class="relative min-w-0 xl:overflow-y-auto grid gap-6 content-start px-4 md:px-8 xl:px-6 py-4 max-xl:border-t xl:border-s border-line">
          <Preview
            form={form}
            agents={props.agents}
            asks={editing.touched.value.startsWith("look.prechat.")}
          />
          {known
            ? (
              <>
                <Snippet t={t.site} site_id={known.site_id} origin={origin} notices={notices} />
                <Keys
                  t={t.site}
                  action={action}
                  site_key={known.site_key}
                  shown={t.site.shownOn(dayOf(dates, known.secret_created_at))}
                  secret={secret.value}
                  busy={busy.value}
                  notices={notices}
                  onRotate={(act) => void (asking.value = act)}
                />
                <Danger
                  t={t.site}
                  action={action}
                  revoked={known.revoked}
                  busy={busy.value}
                  onAct={(act) => act === "restore" ? void editing.restore() : void (asking.value = act)}
                />
              </>
            )
            : <p class="text-13 text-muted">{t.site.snippetNew}</p>}
        </div>
      </div>
      <Confirm
        open={asking.value !== null}
        title={question}
        text={consequence}
        confirmLabel={confirm}
        keepLabel={t.live.cancel}
        onConfirm={() => {
          const act = asking.peek();
          asking.value = null;
          if (act) void editing[act]();
        }}
        onClose={() => void (asking.value = null)}
      />
      <SecretDialog
        t={t.site}
        secret={editing.told.value ? secret.value : null}
        notices={notices}
        onClose={() => void (editing.told.value = false)}
      />
      <Said notices={notices} dismiss={t.live.dismiss} />
    </>
  );
}
