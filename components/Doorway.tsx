import type { ComponentChildren } from "preact";
import { type Locale, LOCALE_NAMES, LOCALES } from "@/lib/i18n/mod.ts";
import type { PagesText } from "@/lib/i18n/pages/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Icon } from "./Icon.tsx";
import { globe } from "./icons.ts";
import { monitor, moon, sun } from "./late_icons.ts";
import { Logo, Mark } from "./Mark.tsx";

type Theme = "light" | "dark" | "system";

export interface DoorwayProps {
  t: PagesText;
  locale: Locale;
  theme: Theme;
  /** Name of the workspace; Peyk's own before there is one. */
  place: string;
  /** Path and query of this page, to come back to after a change of language or theme. */
  path: string;
  /** The sentence on the panel, and a smaller one below it. */
  panel: string;
  panelNote?: string;
  title: string;
  lead: ComponentChildren;
  children?: ComponentChildren;
  /** Below the form: where else one may go. */
  otherwise?: ComponentChildren;
}

/** The pages before one is in: a form on one side, the bird on the other; on a phone the form alone. */
export function Doorway(props: DoorwayProps) {
  const { t, locale, theme, place, path, title, lead, children, otherwise } = props;
  return (
    <div class="min-h-dvh grid lg:grid-cols-[minmax(0,1fr)_minmax(0,560px)] on-1">
      <div class="flex flex-col gap-9 min-w-0 px-5 pt-5 pb-4 md:px-10 md:pt-8 md:pb-6">
        <header>
          <Logo name={place} />
        </header>
        <main class="w-full max-w-[376px] mx-auto max-md:max-w-none md:my-auto grid gap-[18px]">
          <div class="grid gap-1.5">
            <h1 class="text-26 font-700">{title}</h1>
            <p class="text-ink-2">{lead}</p>
          </div>
          {children}
          {otherwise && <p class="text-13 text-muted text-center">{otherwise}</p>}
        </main>
        <footer class="flex flex-wrap items-center gap-x-4 mt-auto">
          <LanguageSwitch label={t.door.language} locale={locale} path={path} />
          <span class="flex-1" />
          <ThemeSwitch t={t} theme={theme} path={path} />
        </footer>
      </div>
      <Panel text={props.panel} note={props.panelNote} />
    </div>
  );
}

function Panel({ text, note }: { text: string; note?: string }) {
  return (
    <aside class="max-lg:hidden relative overflow-hidden flex flex-col justify-end p-12 bg-door text-white">
      <span class="absolute inset-0" dir="ltr">
        <Mark class="door-mark" />
      </span>
      <p class="relative max-w-[15em] text-22 font-600">{text}</p>
      {note && <p class="relative mt-2 text-13 opacity-85">{note}</p>}
    </aside>
  );
}

/** A plain form, so that the language can be changed without scripts and before one is known. */
export function LanguageSwitch({ label, locale, path }: { label: string; locale: Locale; path: string }) {
  return (
    <form method="post" action="/preferences" class="flex items-center gap-1 -ms-2" aria-label={label}>
      <input type="hidden" name="return" value={path} />
      <Icon of={globe} size={16} class="ms-2 me-1 text-muted" />
      {LOCALES.map((each) => (
        <button
          key={each}
          type="submit"
          name="language"
          value={each}
          lang={each}
          dir={each === "fa" ? "rtl" : "ltr"}
          aria-pressed={each === locale ? "true" : "false"}
          class={cx(
            "min-h-9 coarse:min-h-11 px-2 rounded-sm text-13 hover:bg-surface-3",
            each === locale ? "text-ink font-600" : "text-ink-2",
          )}
        >
          {LOCALE_NAMES[each]}
        </button>
      ))}
    </form>
  );
}

const THEME_ICONS = { light: sun, dark: moon, system: monitor };
const THEMES: readonly Theme[] = ["light", "dark", "system"];

export function ThemeSwitch({ t, theme, path }: { t: PagesText; theme: Theme; path: string }) {
  return (
    <form method="post" action="/preferences" class="flex items-center -me-2" aria-label={t.door.theme}>
      <input type="hidden" name="return" value={path} />
      {THEMES.map((each) => (
        <button
          key={each}
          type="submit"
          name="theme"
          value={each}
          aria-pressed={each === theme ? "true" : "false"}
          aria-label={t.door.themes[each]}
          title={t.door.themes[each]}
          class={cx(
            "grid place-items-center size-9 coarse:size-11 rounded-sm hover:bg-surface-3",
            each === theme ? "text-accent" : "text-muted",
          )}
        >
          <Icon of={THEME_ICONS[each]} size={16} />
        </button>
      ))}
    </form>
  );
}

/** A form's own trouble, which belongs to no single field. */
export function FormError({ children }: { children: ComponentChildren }) {
  return (
    <p role="alert" class="px-3 py-2.5 rounded bg-danger-soft text-danger text-13" dir="auto">
      {children}
    </p>
  );
}

/** A word of success above a form. */
export function FormNotice({ children }: { children: ComponentChildren }) {
  return <p role="status" class="px-3 py-2.5 rounded bg-ok-soft text-ok text-13" dir="auto">{children}</p>;
}
