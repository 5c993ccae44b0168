import { signal } from "@preact/signals";
import { Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import type { SectionName } from "@/components/admin/Nav.tsx";
import { Shell } from "@/components/admin/Shell.tsx";
import Self from "@/islands/settings/Self.tsx";
import { adminText } from "@/lib/i18n/admin/mod.ts";
import { chatText } from "@/lib/i18n/chat/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { settingsText } from "@/lib/i18n/settings/mod.ts";
import type { Panel } from "./panel.ts";

export interface PageProps {
  readonly locale: Locale;
  readonly panel: Panel;
  readonly section: SectionName;
  /** Of the browser’s window; the section’s unless told. */
  readonly title?: string;
  readonly is_list?: boolean;
  readonly children: ComponentChildren;
}

/** A section of the panel in its frame, with its title. */
export function Page({ locale, panel, section, title, is_list, children }: PageProps) {
  const t = adminText(locale);
  const label = settingsText(locale).sections.profile;
  return (
    <>
      <Head>
        <title>
          {is_list ? t.title : `${title ?? t.sections[section]} · ${title ? t.sections[section] : t.title}`}
        </title>
      </Head>
      <Shell
        t={t}
        chat={chatText(locale)}
        section={section}
        is_list={is_list}
        self={<Self self={signal(panel.user)} label={label} />}
      >
        {children}
      </Shell>
    </>
  );
}
