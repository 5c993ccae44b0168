import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { SiteLimits } from "@/lib/protocol/sites.ts";
import type { SiteForm } from "./draft.ts";
import { Fault, FormRow, INPUT, WRONG } from "./FormRow.tsx";

type Name = keyof SiteLimits;
type Unit = "messagesMinute" | "uploadsHour" | "sessionsHour";

const VISITOR: readonly (readonly [Name, Unit])[] = [
  ["messages_guest", "messagesMinute"],
  ["uploads_guest", "uploadsHour"],
];
const ADDRESS: typeof VISITOR = [
  ["messages_ip", "messagesMinute"],
  ["uploads_ip", "uploadsHour"],
  ["sessions_ip", "sessionsHour"],
];
const SITE: typeof VISITOR = [
  ["messages_site", "messagesMinute"],
  ["uploads_site", "uploadsHour"],
  ["sessions_site", "sessionsHour"],
];

/** How much may be sent: by one visitor, and behind a fold from one address and by all of them. */
export function Limits({ form }: { readonly form: SiteForm }) {
  const { t, faults } = form;
  // What is wrong must not stand where nobody sees it.
  const is_open = [...ADDRESS, ...SITE].some(([name]) => faults[`limits.${name}`]);
  return (
    <>
      <Group form={form} path="limits.guest" label={`${t.limits} · ${t.perGuest}`} limits={VISITOR} />
      <details class="fold" open={is_open}>
        <summary class="flex items-center gap-1.5 min-h-10 coarse:min-h-11 w-fit text-13 text-ink-2 rounded">
          <Icon of={chevronDown} size={16} class="fold-sign" />
          {t.limitsMore}
        </summary>
        <Group form={form} path="limits.ip" label={t.perIp} limits={ADDRESS} />
        <Group form={form} path="limits.site" label={t.perSite} limits={SITE} />
      </details>
    </>
  );
}

function Group({ form, path, label, limits }: {
  readonly form: SiteForm;
  readonly path: string;
  readonly label: string;
  readonly limits: typeof VISITOR;
}) {
  const { t, draft, faults } = form;
  return (
    <FormRow path={path} label={label}>
      <div role="group" aria-labelledby={`${path}-label`} class="flex flex-wrap gap-x-5 gap-y-2">
        {limits.map(([name, unit]) => {
          const field = `limits.${name}`;
          const fault = faults[field];
          return (
            <div key={name}>
              <label class="flex items-center gap-2.5 text-13 text-muted">
                <span class="w-20">
                  <input
                    type="number"
                    id={field}
                    name={field}
                    min={1}
                    max={100_000}
                    step={1}
                    inputMode="numeric"
                    dir="ltr"
                    value={String(draft.limits[name])}
                    aria-invalid={fault ? "true" : undefined}
                    aria-describedby={fault ? `${field}-note` : undefined}
                    class={cx(INPUT, "num text-ink", fault && WRONG)}
                    onInput={(event: Event) => {
                      const { value } = event.target as HTMLInputElement;
                      form.put(field, value === "" ? "" : Number(value));
                    }}
                  />
                </span>
                {t[unit]}
              </label>
              {fault && <Fault id={`${field}-note`} text={t.limitInvalid} />}
            </div>
          );
        })}
      </div>
    </FormRow>
  );
}
