import type { ComponentChildren } from "preact";
import { IconButton } from "@/components/Button.tsx";
import { FormError, FormNotice } from "@/components/Doorway.tsx";
import { chevronLeft } from "@/components/chat_icons.ts";
import { isStaff } from "@/components/person.ts";
import { Rail } from "@/components/Rail.tsx";
import { RailStaff } from "@/components/RailStaff.tsx";
import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import type { SettingsText } from "@/lib/i18n/settings/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { cx } from "@/lib/ui/cx.ts";
import { Sections } from "./Sections.tsx";
import type { SectionName } from "./Sections.tsx";

export interface ShellProps {
  readonly t: SettingsText;
  readonly chat: ChatText;
  readonly me: User;
  readonly section: SectionName;
  /** The page of all sections: on a phone the list alone, elsewhere with the first section beside it. */
  readonly is_list?: boolean;
  /** Oneself, at the foot of the rail. */
  readonly self: ComponentChildren;
  /** What was just done by a form, or went wrong with it. */
  readonly done?: string;
  readonly fault?: string;
  readonly children: ComponentChildren;
}

/** Rail, sections, and one of them; on a phone either the list or the section fills the screen. */
export function Shell(props: ShellProps) {
  const { t, chat, me, section, is_list = false, self, done, fault, children } = props;
  // A page has one main thing: where the list is the whole screen, that is it.
  const Place = is_list ? "section" : "main";
  const Title = is_list ? "h2" : "h1";
  return (
    <div class="flex h-dvh min-h-0 overflow-hidden pt-[env(safe-area-inset-top)]">
      <a href="#section" class="skip">{t.skip}</a>
      <Rail t={chat} at="settings" staff={isStaff(me) && <RailStaff t={chat} />}>{self}</Rail>
      <Sections t={t} me={me} section={section} is_list={is_list} />
      <Place
        id="section"
        tabIndex={-1}
        aria-labelledby="section-title"
        class={cx("flex-1 min-w-0 flex-col bg-surface-1 md:flex outline-none", is_list ? "hidden" : "flex")}
      >
        <header class="flex-none flex items-center gap-1 h-bar px-2 md:px-10 border-b border-line">
          <span class="md:hidden">
            <IconButton icon={chevronLeft} label={t.toSections} href="/settings" />
          </span>
          <Title id="section-title" class="text-15 md:text-17 font-650">{t.sections[section]}</Title>
        </header>
        <div class="flex-1 min-h-0 overflow-y-auto" tabIndex={0} role="group" aria-labelledby="section-title">
          <div class="max-w-[740px] px-4 md:px-10 pt-5 pb-16 box-content">
            {done && (
              <div class="mb-4">
                <FormNotice>{done}</FormNotice>
              </div>
            )}
            {fault && (
              <div class="mb-4">
                <FormError>{fault}</FormError>
              </div>
            )}
            {children}
          </div>
        </div>
      </Place>
    </div>
  );
}
