import { Avatar } from "@/components/Avatar.tsx";
import { Button } from "@/components/Button.tsx";
import { Icon } from "@/components/Icon.tsx";
import { bell, chevronRight, keyRound, languages, logOut } from "@/components/late_icons.ts";
import { displayName } from "@/components/person.ts";
import { SectionsFrame } from "@/components/SectionsFrame.tsx";
import type { SettingsText } from "@/lib/i18n/settings/mod.ts";
import type { User } from "@/lib/protocol/entities.ts";
import { cx } from "@/lib/ui/cx.ts";
import { monitorSmartphone, user } from "./icons.ts";

export type SectionName = keyof SettingsText["sections"];

export interface SectionsProps {
  readonly t: SettingsText;
  readonly me: User;
  readonly section: SectionName;
  /** On a phone the list fills the screen. */
  readonly is_list: boolean;
}

const ICONS = {
  profile: user,
  account: keyRound,
  sessions: monitorSmartphone,
  appearance: languages,
  notifications: bell,
};
const SECTIONS = Object.keys(ICONS) as SectionName[];

/** The sections there are, and the way out. */
export function Sections({ t, me, section, is_list }: SectionsProps) {
  return (
    <SectionsFrame title={t.title} toChat={t.toChat} is_list={is_list}>
      <div class="flex-1 min-h-0 overflow-y-auto px-2 pb-2">
        <Head t={t} me={me} />
        <nav aria-label={t.sectionsLabel}>
          <ul class="grid gap-px">
            {SECTIONS.map((each) => (
              <li key={each}>
                <SectionLink t={t} name={each} here={each === section} alone={is_list} />
              </li>
            ))}
          </ul>
          <a
            href="/docs/api"
            class="flex items-center mt-2 px-3 min-h-9 coarse:min-h-11 rounded-sm text-13 text-muted hover:bg-surface-3"
          >
            <bdi>{t.toApi}</bdi>
          </a>
        </nav>
      </div>
      <form method="post" action="/logout" class="flex-none p-2 border-t border-line">
        <button type="submit" class={cx(LINK, "w-full text-ink-2 hover:bg-surface-3")}>
          <Icon of={logOut} />
          {t.signOut}
        </button>
      </form>
    </SectionsFrame>
  );
}

/** Who one is, above the list of a phone. */
function Head({ t, me }: Pick<SectionsProps, "t" | "me">) {
  const name = displayName(me);
  return (
    <div class="md:hidden flex items-center gap-3.5 px-2 pt-2 pb-5">
      <Avatar id={me.id} name={name} picture={me.profile_picture} size={72} />
      <div class="flex-1 min-w-0">
        <b class="clip text-17 font-650" dir="auto">
          {name}
        </b>
        <span class="clip text-13 text-muted" dir="ltr">@{me.username}</span>
      </div>
      <Button href="/settings/profile">{t.edit}</Button>
    </div>
  );
}

const LINK = cx(
  "flex items-center gap-3 min-h-9 max-md:min-h-12 coarse:min-h-11 px-3 rounded text-14 transition",
);

function SectionLink({ t, name, here, alone }: {
  readonly t: SettingsText;
  readonly name: SectionName;
  readonly here: boolean;
  readonly alone: boolean;
}) {
  return (
    <a
      href={`/settings/${name}`}
      aria-current={here && !alone ? "page" : undefined}
      class={cx(
        LINK,
        here
          ? "md:bg-accent-soft md:text-accent md:font-550 max-md:hover:bg-surface-3"
          : "text-ink-2 max-md:text-ink hover:bg-surface-3",
      )}
    >
      <Icon of={ICONS[name]} />
      <span class="flex-1">{t.sections[name]}</span>
      <Icon of={chevronRight} size={16} class="md:hidden text-muted" />
    </a>
  );
}
