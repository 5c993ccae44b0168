import type { ComponentChildren } from "preact";
import { IconButton } from "@/components/Button.tsx";
import { chevronLeft } from "@/components/chat_icons.ts";
import { arrowLeft } from "@/components/late_icons.ts";
import { Rail } from "@/components/Rail.tsx";
import { RailStaff } from "@/components/RailStaff.tsx";
import type { AdminText } from "@/lib/i18n/admin/mod.ts";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Nav } from "./Nav.tsx";
import type { SectionName } from "./Nav.tsx";

export interface ShellProps {
  readonly t: AdminText;
  readonly chat: ChatText;
  readonly section: SectionName;
  /** The page of all sections: on a phone the list alone, elsewhere with the first section beside it. */
  readonly is_list?: boolean;
  /** Oneself, at the foot of the rail. */
  readonly self: ComponentChildren;
  /** A bar and what it is about. */
  readonly children: ComponentChildren;
}

/** Rail, sections, and one of them; on a phone either the list or the section fills the screen. */
export function Shell({ t, chat, section, is_list = false, self, children }: ShellProps) {
  // A page has one main thing: where the list is the whole screen, that is it.
  const Place = is_list ? "section" : "main";
  return (
    <div class="flex h-dvh min-h-0 overflow-hidden pt-[env(safe-area-inset-top)]">
      <a href="#section" class="skip">{t.skip}</a>
      <Rail t={chat} at="admin" staff={<RailStaff t={chat} active />}>{self}</Rail>
      <Nav t={t} section={section} is_list={is_list} />
      <Place
        id="section"
        tabIndex={-1}
        aria-labelledby="section-title"
        class={cx("flex-1 min-w-0 flex-col bg-surface-1 md:flex outline-none", is_list ? "hidden" : "flex")}
      >
        {children}
      </Place>
    </div>
  );
}

export interface BarProps {
  readonly title: string;
  /** Where the arrow leads; on a phone all others lead back to the sections. */
  readonly back?: { readonly href: string; readonly label: string };
  /** The list of sections, where there is nothing else to go back to: `t.toSections`. */
  readonly up?: string;
  readonly level?: 1 | 2;
  /** Beside the title: a tag. */
  readonly tag?: ComponentChildren;
  /** At its end. */
  readonly children?: ComponentChildren;
}

/** The head of a section. */
export function Bar({ title, back, up, level = 1, tag, children }: BarProps) {
  const Title = `h${level}` as const;
  return (
    <header class="flex-none flex items-center gap-2 min-h-bar py-1 px-2 md:ps-8 md:pe-6 border-b border-line">
      {back
        ? (
          <span class="md:-ms-3">
            <IconButton icon={arrowLeft} label={back.label} href={back.href} />
          </span>
        )
        : up && (
          <span class="md:hidden">
            <IconButton icon={chevronLeft} label={up} href="/admin" />
          </span>
        )}
      <Title id="section-title" class="clip text-15 md:text-17 font-650" dir="auto">{title}</Title>
      {tag}
      <span class="flex-1" />
      {children}
    </header>
  );
}
