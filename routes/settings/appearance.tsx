import { page } from "fresh";
import Appearance from "@/islands/settings/Appearance.tsx";
import type { CalendarChoice } from "@/islands/settings/Appearance.tsx";
import { defaultCalendar, fullDate } from "@/lib/i18n/dates.ts";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/mod.ts";
import { zoneGroups } from "@/lib/i18n/zones.ts";
import { zoneFor } from "@/lib/web/zone.ts";
import { define } from "@/lib/web/state.ts";
import { Page } from "./(_shared)/Page.tsx";
import { openSection, shellProps } from "./(_shared)/section.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const section = await openSection(ctx);
    return page({ ...section, zone: zoneFor(ctx, section.me) });
  },
});

export default define.page<typeof handler>((props) => {
  const { data: { zone, ...data }, state: { locale, theme, app } } = props;
  const shell = shellProps(props, data, "appearance");
  const { t } = shell;
  const { language, calendar, calendars, zone: zoneLabel, zoneAuto, zoneHint, theme: themeLabel, themes } =
    t.appearance;
  const today = (choice: CalendarChoice) => {
    const calendar = choice === "auto" ? defaultCalendar(locale) : choice;
    return t.appearance.today(fullDate({ locale, calendar, timeZone: zone }, app.now()));
  };
  return (
    <Page shell={shell}>
      <Appearance
        locale={locale}
        languages={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
        calendar={data.me.calendar ?? "auto"}
        theme={theme}
        zone={data.me.time_zone}
        zones={zoneGroups()}
        today={{ auto: today("auto"), persian: today("persian"), gregory: today("gregory") }}
        words={{
          language,
          calendar,
          calendars,
          zone: zoneLabel,
          zoneAuto,
          zoneHint,
          theme: themeLabel,
          themes,
        }}
        live={t.live}
      />
    </Page>
  );
});
