import { Icon } from "@/components/Icon.tsx";
import { globe } from "@/components/icons.ts";
import type { IconShape } from "@/components/icons.ts";
import { chevronRight } from "@/components/late_icons.ts";
import { SectionsFrame } from "@/components/SectionsFrame.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { messagesSquare } from "./icons.ts";

export type SectionName = keyof AdminText["sections"];

export interface NavProps {
  readonly t: AdminText;
  readonly section: SectionName;
  /** On a phone the list fills the screen. */
  readonly is_list: boolean;
}

/** The sections there are, in their order. */
const SECTIONS: readonly (readonly [name: SectionName, icon: IconShape])[] = [
  ["messages", messagesSquare],
  ["sites", globe],
];

/** The sections of the admin panel, beside what they lead to. */
export function Nav({ t, section, is_list }: NavProps) {
  return (
    <SectionsFrame title={t.title} toChat={t.toChat} is_list={is_list}>
      <nav aria-label={t.sectionsLabel} class="flex-1 min-h-0 overflow-y-auto px-2 pb-2">
        <ul class="grid gap-px">
          {SECTIONS.map(([name, icon]) => (
            <li key={name}>
              <a
                href={`/admin/${name}`}
                aria-current={name === section && !is_list ? "page" : undefined}
                class={cx(
                  LINK,
                  name === section
                    ? "md:bg-accent-soft md:text-accent md:font-550 max-md:hover:bg-surface-3"
                    : "text-ink-2 max-md:text-ink hover:bg-surface-3",
                )}
              >
                <Icon of={icon} />
                <span class="flex-1">{t.sections[name]}</span>
                <Icon of={chevronRight} size={16} class="md:hidden text-muted" />
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </SectionsFrame>
  );
}

const LINK = cx(
  "flex items-center gap-3 min-h-9 max-md:min-h-12 coarse:min-h-11 px-3 rounded text-14 transition",
);
