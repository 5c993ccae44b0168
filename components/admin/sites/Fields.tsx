import type { ComponentType } from "preact";
import type { ZoneGroup } from "@/components/settings/ZoneChoice.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { Color } from "./Color.tsx";
import { Domains } from "./Domains.tsx";
import { valueAt } from "./draft.ts";
import type { PathOf, SiteDraft, SiteForm } from "./draft.ts";
import { ChoiceRow, SwitchRow, TextRow } from "./FormRow.tsx";
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

type Words = AdminText["site"];
/** Name of something that is said of a field. */
type Word = { [Name in keyof Words]: Words[Name] extends string ? Name : never }[keyof Words];

/** What stands at a path of the draft, and what is said of it. */
type Field =
  & { readonly path: PathOf<SiteDraft>; readonly label: Word }
  & (
    /** A text of so many characters; of several lines where it is long. */
    | { readonly max: number; readonly hint?: Word; readonly required?: true; readonly long?: true }
    /** One of a few, which `words` names. */
    | { readonly values: readonly string[]; readonly words: "locales" | "positions" | "needs" }
    /** On or off: what being on means, and what else can be set then. */
    | { readonly on: Word; readonly within?: readonly Field[] }
  );

const NEEDS = { values: ["hidden", "optional", "required"], words: "needs" } as const;
const PROSE = { max: 500, long: true } as const;

/** All that can be set of a site, in its order; what is more than a field draws itself. */
const FIELDS: readonly (Field | ComponentType<FieldsProps>)[] = [
  { path: "name", label: "name", hint: "nameHint", max: 80, required: true },
  Domains,
  Mode,
  Color,
  { path: "look.title", label: "siteTitle", hint: "siteTitleHint", max: 60 },
  { path: "look.welcome", label: "welcome", hint: "welcomeHint", ...PROSE },
  { path: "look.locale", label: "language", values: ["fa", "en", "auto"], words: "locales" },
  { path: "look.position", label: "position", values: ["left", "right"], words: "positions" },
  { path: "look.teaser", label: "teaser", on: "teaserHint" },
  { path: "locked", label: "locked", on: "lockedHint" },
  { path: "require_verified", label: "verified", on: "verifiedHint" },
  {
    path: "look.prechat.enabled",
    label: "prechat",
    on: "prechatHint",
    within: [
      { path: "look.prechat.name", label: "prechatName", ...NEEDS },
      { path: "look.prechat.email", label: "prechatEmail", ...NEEDS },
      { path: "look.prechat.text", label: "prechatText", ...PROSE },
    ],
  },
  Hours,
  {
    path: "look.offline.enabled",
    label: "offline",
    on: "offlineHint",
    within: [{ path: "look.offline.text", label: "offlineText", ...PROSE }],
  },
  Limits,
];

export function Fields(props: FieldsProps) {
  return (
    <>
      {FIELDS.map((field, at) => {
        if (!("path" in field)) {
          const Part = field;
          return <Part key={at} {...props} />;
        }
        return <FieldRow key={at} form={props.form} field={field} />;
      })}
    </>
  );
}

function FieldRow({ form, field }: { readonly form: SiteForm; readonly field: Field }) {
  const { t, draft } = form;
  const { path } = field;
  const value = valueAt(draft, path);
  const row = { form, path, label: t[field.label] };
  if ("max" in field) {
    const { hint, max, required, long } = field;
    return <TextRow {...row} {...{ max, required, long }} value={String(value)} hint={hint && t[hint]} />;
  }
  if ("values" in field) {
    const names: Readonly<Record<string, string>> = t[field.words];
    return (
      <ChoiceRow
        {...row}
        value={String(value)}
        options={field.values.map((one) => ({ value: one, label: names[one]! }))}
      />
    );
  }
  return (
    <>
      <SwitchRow {...row} checked={value === true} text={t[field.on]} />
      {field.within && (
        <div class="when-on">
          {field.within.map((one) => <FieldRow key={one.path} form={form} field={one} />)}
        </div>
      )}
    </>
  );
}
