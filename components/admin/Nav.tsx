import { IconButton } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { chevronLeft, globe } from "@/components/icons.ts";
import type { IconShape } from "@/components/icons.ts";
import { chevronRight } from "@/components/late_icons.ts";
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
  const Frame = is_list ? "main" : "div";
  const Title = is_list ? "h1" : "b";
  return (
    <Frame
      class={cx(
        "flex-none flex-col min-h-0 min-w-0 on-2 md:flex md:w-[212px] md:border-e border-line",
        is_list ? "flex max-md:flex-1" : "hidden",
      )}
    >
      <header class="flex-none flex items-center gap-1 h-bar px-2 md:px-4">
        <span class="md:hidden">
          <IconButton icon={chevronLeft} label={t.toChat} href="/chat/list" />
        </span>
        <Title class="flex-1 text-15 font-650">{t.title}</Title>
      </header>
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
    </Frame>
  );
}

const LINK = cx(
  "flex items-center gap-3 min-h-9 max-md:min-h-12 coarse:min-h-11 px-3 rounded text-14 transition",
);
