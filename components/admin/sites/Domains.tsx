import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { x } from "@/components/icons.ts";
import { cx } from "@/lib/ui/cx.ts";
import type { SiteForm } from "./draft.ts";
import { FormRow, INPUT, WRONG } from "./FormRow.tsx";

/** What can be a domain at all; the server decides, and knows more of them. */
const PLAUSIBLE = /^(\*\.)?[^\s/:@?#*\\]+(:\d{1,5})?$/u;

/** Which pages may show the chat: one chip each, or without scripts a line each. */
export function Domains({ form }: { readonly form: SiteForm }) {
  const { t, draft: { domains }, faults } = form;
  const said = useSignal("");
  const own_fault = useSignal<string | null>(null);
  const typed = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  const fault = own_fault.value ?? faults.domains;

  /** Puts what was typed on the list; several at once, as they are pasted. */
  function add(text: string): void {
    const entries = text.split(/[\s,،;]+/).map(bare).filter(Boolean);
    const wrong = entries.find((entry) => !PLAUSIBLE.test(entry));
    const fresh = entries.filter((entry, at) =>
      entry !== wrong && !domains.includes(entry) && entries.indexOf(entry) === at
    );
    if (fresh.length > 0) {
      form.put("domains", [...domains, ...fresh]);
      said.value = t.domainAdded(fresh.at(-1)!);
    }
    typed.value = wrong ?? "";
    own_fault.value = wrong !== undefined
      ? t.domainInvalid(wrong)
      : entries.length > 0 && fresh.length === 0
      ? t.domainTwice
      : null;
  }

  function remove(domain: string): void {
    form.put("domains", domains.filter((one) => one !== domain));
    own_fault.value = null;
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      add(typed.peek());
    } else if (event.key === "Backspace" && typed.peek() === "" && domains.length > 0) {
      remove(domains.at(-1)!);
    }
  }

  return (
    <FormRow path="domains" label={t.domains} hint={t.domainsHint} fault={fault} single>
      <div class="without-scripts">
        <textarea
          name="domains"
          rows={4}
          dir="ltr"
          aria-labelledby="domains-label"
          aria-describedby="domains-plain"
          aria-invalid={faults.domains ? "true" : undefined}
          class={cx(INPUT, "py-2", faults.domains && WRONG)}
          value={domains.join("\n")}
        />
        <p id="domains-plain" class="mt-1 text-12 text-muted">{t.domainsPlain}</p>
      </div>
      <div
        class={cx(
          "needs-scripts flex flex-wrap items-center gap-1.5 p-1.5 rounded bg-surface-1 focus-within:ring-accent",
          fault ? "ring-danger" : "ring-field",
        )}
        dir="ltr"
      >
        {domains.map((domain) => (
          <span
            key={domain}
            class="flex items-center max-w-full min-h-6 coarse:min-h-11 ps-2 rounded-[5px] bg-well text-13"
          >
            <code class="code clip">{domain}</code>
            <button
              type="button"
              aria-label={t.removeDomain(domain)}
              title={t.removeDomain(domain)}
              class="grid place-items-center size-6 coarse:size-11 rounded-[5px] text-muted hover:text-ink"
              onClick={() => remove(domain)}
            >
              <Icon of={x} size={13} />
            </button>
          </span>
        ))}
        <input
          id="domains"
          ref={field}
          value={typed.value}
          placeholder={t.addDomain}
          aria-describedby="domains-note"
          aria-invalid={fault ? "true" : undefined}
          autoCapitalize="none"
          spellcheck={false}
          inputMode="url"
          enterKeyHint="done"
          class="flex-1 min-w-[128px] min-h-6 coarse:min-h-11 px-1 bg-transparent outline-none text-13 max-md:text-[16px]"
          onInput={(event: Event) => {
            typed.value = (event.target as HTMLInputElement).value;
            own_fault.value = null;
          }}
          onKeyDown={onKeyDown}
          onBlur={() => add(typed.peek())}
        />
      </div>
      <p class="sr-only" role="status">{said.value}</p>
    </FormRow>
  );
}

/** An address as people paste it, without what is no part of its domain. */
function bare(text: string): string {
  return text.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/[/?#].*$/, "");
}
