import { useSignal } from "@preact/signals";
import { monitor, moon, sun } from "@/components/late_icons.ts";
import { ask } from "@/components/settings/ask.ts";
import { useNotices, useSignedIn } from "@/components/settings/hooks.ts";
import { Row } from "@/components/settings/Row.tsx";
import { Said } from "@/components/settings/Said.tsx";
import { Segments } from "@/components/settings/Segments.tsx";
import { remember, showTheme } from "@/components/settings/theme.ts";
import type { ThemeName } from "@/components/settings/theme.ts";
import { ZoneChoice } from "@/components/settings/ZoneChoice.tsx";
import type { ZoneGroup } from "@/components/settings/ZoneChoice.tsx";
import type { LiveWords } from "@/components/settings/words.ts";

export type CalendarChoice = "auto" | "persian" | "gregory";

export interface AppearanceProps {
  readonly locale: "fa" | "en";
  readonly languages: readonly { readonly value: "fa" | "en"; readonly label: string }[];
  readonly calendar: CalendarChoice;
  readonly theme: ThemeName;
  /** IANA name; null as the device. */
  readonly zone: string | null;
  readonly zones: readonly ZoneGroup[];
  /** "Today: …" in each calendar. */
  readonly today: Readonly<Record<CalendarChoice, string>>;
  readonly words: {
    readonly language: string;
    readonly calendar: string;
    readonly calendars: Readonly<Record<CalendarChoice, string>>;
    readonly zone: string;
    readonly zoneAuto: string;
    readonly zoneHint: string;
    readonly theme: string;
    readonly themes: Readonly<Record<ThemeName, string>>;
  };
  readonly live: LiveWords;
}

const THEME_ICONS = { light: sun, dark: moon, system: monitor };
const HERE = { return: "/settings/appearance" };

/** Language, calendar, time zone and theme: in force at once, and kept on the account. */
export default function Appearance(props: AppearanceProps) {
  const { locale, languages, words, live, zones, today } = props;
  const notices = useNotices();
  const calendar = useSignal(props.calendar);
  const theme = useSignal(props.theme);
  const zone = useSignal(props.zone);
  useSignedIn();

  /** Keeps a choice; shows it first, and takes it back where it could not be kept. */
  async function keep(change: Record<string, string | null>, show: () => void, undo: () => void) {
    show();
    try {
      await ask("PATCH", "/api/auth/me", live, change);
      return true;
    } catch (error) {
      undo();
      notices.say((error as Error).message, "bad");
      return false;
    }
  }

  async function chooseLanguage(language: string): Promise<void> {
    if (language === locale) return;
    // Other pages may be drawn anew as soon as it is kept: the cookie goes before.
    const show = () => remember("peyk_lang", language);
    if (await keep({ language }, show, () => remember("peyk_lang", locale))) location.reload();
  }

  async function chooseTheme(chosen: ThemeName): Promise<void> {
    const was = theme.peek();
    const show = (one: ThemeName) => {
      theme.value = one;
      showTheme(one);
      remember("peyk_theme", one);
    };
    await keep({ theme: chosen }, () => show(chosen), () => show(was));
  }

  async function chooseCalendar(chosen: CalendarChoice): Promise<void> {
    const was = calendar.peek();
    const change = { calendar: chosen === "auto" ? null : chosen };
    await keep(change, () => void (calendar.value = chosen), () => void (calendar.value = was));
  }

  async function chooseZone(chosen: string | null): Promise<void> {
    const was = zone.peek();
    await keep({ time_zone: chosen }, () => void (zone.value = chosen), () => void (zone.value = was));
  }

  return (
    <>
      <Row id="language" title={words.language}>
        <Segments
          labelledby="language"
          action="/preferences"
          fields={HERE}
          name="language"
          value={locale}
          options={languages.map((one) => ({ ...one, lang: one.value }))}
          onChoose={chooseLanguage}
        />
      </Row>
      <Row
        id="calendar"
        title={words.calendar}
        note={<span aria-live="polite">{today[calendar.value]}</span>}
      >
        <Segments
          labelledby="calendar"
          action="/preferences"
          fields={HERE}
          name="calendar"
          value={calendar.value}
          options={(["auto", "persian", "gregory"] as const).map((value) => ({
            value,
            label: words.calendars[value],
          }))}
          onChoose={(value) => void chooseCalendar(value as CalendarChoice)}
        />
      </Row>
      <Row id="zone" title={words.zone} note={words.zoneHint}>
        <ZoneChoice
          zone={zone.value}
          zones={zones}
          auto={words.zoneAuto}
          save={live.save}
          onChoose={(value) => void chooseZone(value)}
        />
      </Row>
      <Row id="theme" title={words.theme}>
        <Segments
          labelledby="theme"
          action="/preferences"
          fields={HERE}
          name="theme"
          value={theme.value}
          options={(["light", "dark", "system"] as const).map((value) => ({
            value,
            label: words.themes[value],
            icon: THEME_ICONS[value],
          }))}
          onChoose={(value) => void chooseTheme(value as ThemeName)}
        />
      </Row>
      <Said notices={notices} dismiss={live.dismiss} />
    </>
  );
}
