import type { ZoneGroup } from "@/components/settings/ZoneChoice.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { Color } from "./Color.tsx";
import { Domains } from "./Domains.tsx";
import type { SiteForm } from "./draft.ts";
import { Choice, FormRow, SwitchRow, TextRow } from "./FormRow.tsx";
import { Offline, Prechat } from "./Forms.tsx";
import { Hours } from "./Hours.tsx";
import { Limits } from "./Limits.tsx";
import { Mode } from "./Mode.tsx";

export interface FieldsProps {
  readonly form: SiteForm;
  readonly modes: AdminText["modes"];
  readonly zones: readonly ZoneGroup[];
  /** Of whoever sets it. */
  readonly zone: string;
}

/** All that can be set of a site. */
export function Fields({ form, modes, zones, zone }: FieldsProps) {
  const { t, draft } = form;
  const { look } = draft;
  return (
    <>
      <TextRow
        form={form}
        path="name"
        label={t.name}
        value={draft.name}
        hint={t.nameHint}
        max={80}
        required
      />
      <Domains form={form} />
      <Mode form={form} modes={modes} />
      <Color form={form} />
      <TextRow
        form={form}
        path="look.title"
        label={t.siteTitle}
        value={look.title}
        hint={t.siteTitleHint}
        max={60}
      />
      <TextRow
        form={form}
        path="look.welcome"
        label={t.welcome}
        value={look.welcome}
        hint={t.welcomeHint}
        max={500}
        long
      />
      <FormRow path="look.locale" label={t.language}>
        <Choice
          form={form}
          path="look.locale"
          value={look.locale}
          options={[
            { value: "fa", label: t.locales.fa, lang: "fa" },
            { value: "en", label: t.locales.en, lang: "en" },
            { value: "auto", label: t.locales.auto },
          ]}
        />
      </FormRow>
      <FormRow path="look.position" label={t.position}>
        <Choice
          form={form}
          path="look.position"
          value={look.position}
          options={(["left", "right"] as const).map((value) => ({ value, label: t.positions[value] }))}
        />
      </FormRow>
      <SwitchRow
        form={form}
        path="look.teaser"
        label={t.teaser}
        checked={look.teaser}
        text={t.teaserHint}
      />
      <SwitchRow form={form} path="locked" label={t.locked} checked={draft.locked} text={t.lockedHint} />
      <SwitchRow
        form={form}
        path="require_verified"
        label={t.verified}
        checked={draft.require_verified}
        text={t.verifiedHint}
      />
      <Prechat form={form} />
      <Hours form={form} zones={zones} zone={zone} />
      <Offline form={form} />
      <Limits form={form} />
    </>
  );
}
