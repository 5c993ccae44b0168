import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import type { SiteForm } from "./draft.ts";
import { FormRow } from "./FormRow.tsx";

const MODES = ["support", "room", "global"] as const;

/** Whom visitors of a site talk to. */
export function Mode({ form, modes }: { readonly form: SiteForm; readonly modes: AdminText["modes"] }) {
  return (
    <FormRow path="mode" label={form.t.mode} fault={form.faults.mode}>
      <div role="radiogroup" aria-labelledby="mode-label" class="grid gap-1">
        {MODES.map((mode) => (
          <label key={mode} class="flex items-start gap-2.5 py-1.5 coarse:min-h-11">
            <input
              type="radio"
              name="mode"
              value={mode}
              checked={mode === form.draft.mode}
              aria-describedby={`mode-${mode}`}
              class="radio"
              onChange={() => form.put("mode", mode)}
            />
            <span class="grid">
              <b class="text-13 font-600">{modes[mode].name}</b>
              <span id={`mode-${mode}`} class="text-13 text-muted">{modes[mode].hint}</span>
            </span>
          </label>
        ))}
      </div>
    </FormRow>
  );
}
