import type { ChatText } from "@/lib/i18n/chat/mod.ts";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/mod.ts";
import type { Locale } from "@/lib/i18n/mod.ts";
import { Avatar } from "./Avatar.tsx";
import { settings } from "./chat_icons.ts";
import { download, languages, logOut, monitor, moon, slidersHorizontal, sun } from "./late_icons.ts";
import { Menu } from "./Menu.tsx";
import type { MenuForm, MenuItem } from "./Menu.tsx";
import { displayName, isStaff } from "./person.ts";
import type { Person } from "./person.ts";
import { Name } from "./Text.tsx";

export type ThemeName = "light" | "dark" | "system";

export interface AccountMenuProps {
  /** Unique in the page. */
  readonly id: string;
  readonly t: ChatText;
  readonly me: Person;
  readonly locale: Locale;
  readonly theme: ThemeName;
  /** Where the page is drawn anew after a change. */
  readonly path: string;
  /** Installs the program, where the browser offers that. */
  readonly install?: () => void;
}

const THEME_ICONS = { system: monitor, light: sun, dark: moon };

/** One's own picture; behind it language, theme and the way out. */
export function AccountMenu({ id, t, me, locale, theme, path, install }: AccountMenuProps) {
  const name = displayName(me);
  const themes = { system: t.nav.themeSystem, light: t.nav.themeLight, dark: t.nav.themeDark };
  const preference = (fields: Record<string, string>): MenuForm => ({
    action: "/preferences",
    fields: { return: path, ...fields },
  });
  const items: MenuItem[] = [
    { label: t.nav.settings, icon: settings, href: "/settings" },
    ...(isStaff(me) ? [{ label: t.nav.admin, icon: slidersHorizontal, href: "/admin" }] : []),
    ...LOCALES.map((one, index) => ({
      label: LOCALE_NAMES[one],
      apart: index === 0,
      icon: languages,
      checked: one === locale,
      form: preference({ language: one }),
    })),
    ...(["system", "light", "dark"] as const).map((one, index) => ({
      label: themes[one],
      apart: index === 0,
      icon: THEME_ICONS[one],
      checked: one === theme,
      form: preference({ theme: one }),
    })),
    ...(install ? [{ label: t.attention.install, apart: true, icon: download, onSelect: install }] : []),
    { label: t.nav.signOut, apart: true, icon: logOut, form: { action: "/logout", fields: {} } },
  ];
  return (
    <>
      <button
        type="button"
        popovertarget={id}
        aria-label={t.nav.account}
        aria-haspopup="menu"
        title={name}
        class="grid place-items-center size-10 coarse:size-11 rounded-full"
      >
        <Avatar id={me.id} name={name} picture={me.profile_picture} size={32} />
      </button>
      <Menu
        id={id}
        label={t.nav.account}
        items={items}
        head={
          <p class="px-2.5 pt-1.5 pb-2 min-w-0">
            <b class="clip font-600">
              <Name>{name}</Name>
            </b>
            <span class="clip text-12 text-muted" dir="ltr">@{me.username}</span>
          </p>
        }
      />
    </>
  );
}

/** Twice in each page, and the same until its person changes something. */
AccountMenu.keptBy = (props: unknown): string | null => {
  const { t: _, install, ...looks } = props as AccountMenuProps;
  return install ? null : JSON.stringify(looks);
};
