import type { SiteForm } from "./draft.ts";
import { Choice, FormRow, SwitchRow, TextRow } from "./FormRow.tsx";

const NEEDS = ["hidden", "optional", "required"] as const;
const TEXT_MAX = 500;

/** What visitors are asked before they can write. */
export function Prechat({ form }: { readonly form: SiteForm }) {
  const { t, draft: { look: { prechat } } } = form;
  return (
    <>
      <SwitchRow
        form={form}
        path="look.prechat.enabled"
        label={t.prechat}
        checked={prechat.enabled}
        text={t.prechatHint}
      />
      <div class="when-on">
        {(["name", "email"] as const).map((field) => (
          <FormRow
            key={field}
            path={`look.prechat.${field}`}
            label={field === "name" ? t.prechatName : t.prechatEmail}
          >
            <Choice
              form={form}
              path={`look.prechat.${field}`}
              value={prechat[field]}
              options={NEEDS.map((value) => ({ value, label: t.needs[value] }))}
            />
          </FormRow>
        ))}
        <TextRow
          form={form}
          path="look.prechat.text"
          label={t.prechatText}
          value={prechat.text}
          max={TEXT_MAX}
          long
        />
      </div>
    </>
  );
}

/** What visitors are asked when nobody is there. */
export function Offline({ form }: { readonly form: SiteForm }) {
  const { t, draft: { look: { offline } } } = form;
  return (
    <>
      <SwitchRow
        form={form}
        path="look.offline.enabled"
        label={t.offline}
        checked={offline.enabled}
        text={t.offlineHint}
      />
      <div class="when-on">
        <TextRow
          form={form}
          path="look.offline.text"
          label={t.offlineText}
          value={offline.text}
          max={TEXT_MAX}
          long
        />
      </div>
    </>
  );
}
