import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronDown } from "@/components/icons.ts";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { cx } from "@/lib/ui/cx.ts";

/** What is asked for; what is empty is not asked for. */
export interface Asked {
  readonly source: "" | "external" | "app";
  /** A site_id. */
  readonly site: string;
  readonly q: string;
}

export interface FilterProps {
  readonly t: AdminText["messages"];
  readonly asked: Asked;
  readonly sites: readonly { readonly site_id: string; readonly name: string }[];
}

const SOURCES = ["", "external", "app"] as const;
const BOX = cx(
  "relative flex items-center rounded bg-surface-1 ring-field focus-within:ring-accent",
);

/** Which messages are shown: an ordinary form, whose address can be kept. */
export function Filter({ t, asked, sites }: FilterProps) {
  const is_narrowed = asked.source !== "" || asked.site !== "" || asked.q !== "";
  /** With scripts a choice is in force at once. */
  const apply = (event: Event) => (event.currentTarget as HTMLInputElement).form!.requestSubmit();
  return (
    <form method="get" action="/admin/messages" role="search" class="flex flex-wrap items-center gap-2.5">
      <div role="radiogroup" aria-label={t.source} class="segments">
        {SOURCES.map((source) => (
          <label key={source}>
            <input
              type="radio"
              name="source"
              value={source}
              checked={source === asked.source}
              class="sr-only"
              onChange={apply}
            />
            {t.sources[source === "" ? "all" : source]}
          </label>
        ))}
      </div>
      {sites.length > 0 && (
        <span class={cx(BOX, "max-md:w-full")}>
          <select
            name="site"
            aria-label={t.site}
            class="min-h-9 coarse:min-h-11 md:max-w-[220px] max-md:flex-1 min-w-0 ps-3 pe-9 appearance-none outline-none bg-transparent text-13 max-md:text-[16px]"
            onChange={apply}
          >
            <option value="">{t.anySite}</option>
            {sites.map(({ site_id, name }) => (
              <option key={site_id} value={site_id} selected={site_id === asked.site}>{name}</option>
            ))}
          </select>
          <Icon of={chevronDown} size={16} class="absolute end-3 text-muted pointer-events-none" />
        </span>
      )}
      <span class={cx(BOX, "flex-1 min-w-[160px] max-w-[320px]")}>
        <input
          type="search"
          name="q"
          value={asked.q}
          dir="auto"
          maxLength={200}
          aria-label={t.text}
          placeholder={t.textHint}
          class="flex-1 min-w-0 min-h-9 coarse:min-h-11 px-3 outline-none bg-transparent rtl:text-right text-13 max-md:text-[16px]"
        />
      </span>
      <Button type="submit">{t.filter}</Button>
      {is_narrowed && <Button href="/admin/messages" tone="quiet">{t.clear}</Button>}
    </form>
  );
}
